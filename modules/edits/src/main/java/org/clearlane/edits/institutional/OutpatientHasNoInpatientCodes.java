package org.clearlane.edits.institutional;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.CodeFact;
import org.clearlane.model.claim.CodeUse;

/** ICD-10-PCS is for hospital inpatients only: 45 CFR 162.1002. */
final class OutpatientHasNoInpatientCodes implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        CodeFact procedure = claim.code(CodeUse.PRINCIPAL_PROCEDURE);
        if (procedure != null
                && BillType.isOutpatient(claim)
                && procedure.qualifier().equals("BBR")) {
            out.report(procedure.place(), procedure.code());
        }
    }
}
