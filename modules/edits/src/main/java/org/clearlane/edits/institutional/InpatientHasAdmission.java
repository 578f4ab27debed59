package org.clearlane.edits.institutional;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;

/** An inpatient bill has DTP*435: 837I 2300 DTP. */
final class InpatientHasAdmission implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        if (BillType.isInpatient(claim) && claim.date("435") == null) {
            out.report(claim.clm().place(5, 1), claim.placeOfService());
        }
    }
}
