package org.clearlane.edits.institutional;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.CodeFact;
import org.clearlane.model.claim.CodeUse;

/** A DRG is three digits, four characters with the severity of some groupers: 837I 2300 HI*DR. */
final class DrgHasThreeDigits implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        CodeFact group = claim.code(CodeUse.DIAGNOSIS_RELATED_GROUP);
        if (group != null && group.code().length() != 3 && group.code().length() != 4) {
            out.report(group.place(), group.code());
        }
    }
}
