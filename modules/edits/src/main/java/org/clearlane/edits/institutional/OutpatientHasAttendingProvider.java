package org.clearlane.edits.institutional;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.ServiceLine;
import org.clearlane.model.finding.Place;

/** An outpatient bill names the attending provider, transport (revenue 054x) excepted: 837I 2310A. */
final class OutpatientHasAttendingProvider implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        if (BillType.isInpatient(claim) || Roles.isNamed(claim, "71")) {
            return;
        }
        for (ServiceLine line : claim.lines()) {
            if (!line.revenueCode().startsWith("054")) {
                out.report(Place.ofSegment("2310A", "NM1", claim.position()), "", "71");
                return;
            }
        }
    }
}
