package org.clearlane.edits.institutional;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.CodeUse;

/** An inpatient bill has an admitting diagnosis: 837I 2300 HI. */
final class InpatientHasAdmittingDiagnosis implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        if (BillType.isInpatient(claim) && claim.code(CodeUse.ADMITTING_DIAGNOSIS) == null) {
            out.report(claim.clm().place(5, 1), claim.placeOfService());
        }
    }
}
