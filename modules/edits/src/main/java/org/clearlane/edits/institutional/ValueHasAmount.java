package org.clearlane.edits.institutional;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.CodeFact;
import org.clearlane.model.claim.CodeUse;

/** A value code has an amount: 837I 2300 HI0n-5. */
final class ValueHasAmount implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        for (CodeFact code : claim.codes()) {
            if (code.use() == CodeUse.VALUE && code.amount() == null) {
                out.report(code.place(5), "", "", code.code());
            }
        }
    }
}
