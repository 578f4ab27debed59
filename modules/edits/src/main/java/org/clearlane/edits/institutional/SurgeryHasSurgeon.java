package org.clearlane.edits.institutional;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.CodeFact;
import org.clearlane.model.claim.CodeUse;

/** A principal procedure of the medical and surgical section (ICD-10-PCS 0) has an operating physician: 837I 2310B. */
final class SurgeryHasSurgeon implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        CodeFact procedure = claim.code(CodeUse.PRINCIPAL_PROCEDURE);
        if (procedure != null
                && procedure.qualifier().equals("BBR")
                && procedure.code().startsWith("0")
                && !Roles.isNamed(claim, "72")) {
            out.report(procedure.place(), procedure.code(), "72");
        }
    }
}
