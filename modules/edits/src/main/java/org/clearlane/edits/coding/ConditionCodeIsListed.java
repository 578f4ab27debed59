package org.clearlane.edits.coding;

import java.util.List;
import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.edits.codes.CodeSet;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.CodeFact;
import org.clearlane.model.claim.CodeUse;

/** HI*BG holds condition codes. */
final class ConditionCodeIsListed implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        List<CodeFact> codes = claim.codes();
        for (int i = 0; i < codes.size(); i++) {
            CodeFact code = codes.get(i);
            if (code.use() == CodeUse.CONDITION
                    && !context.codes().listing(CodeSet.CONDITION).has(code.code(), context.codeDay())) {
                out.report(code.place(), code.code());
            }
        }
    }
}
