package org.clearlane.edits.institutional;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.CodeFact;
import org.clearlane.model.claim.CodeUse;

/** The principal procedure has a date: 837I 2300 HI01-4. */
final class PrincipalProcedureHasDay implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        CodeFact procedure = claim.code(CodeUse.PRINCIPAL_PROCEDURE);
        if (procedure != null && (procedure.date() == null || procedure.date().value().isEmpty())) {
            out.report(procedure.place(4), "");
        }
    }
}
