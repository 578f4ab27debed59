package org.clearlane.edits.institutional;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.finding.Place;

/** An inpatient bill names the attending provider: 837I 2310A. */
final class InpatientHasAttendingProvider implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        if (BillType.isInpatient(claim) && !Roles.isNamed(claim, "71")) {
            out.report(Place.ofSegment("2310A", "NM1", claim.position()), "", "71");
        }
    }
}
