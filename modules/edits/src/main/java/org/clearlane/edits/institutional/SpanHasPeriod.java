package org.clearlane.edits.institutional;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.CodeFact;
import org.clearlane.model.claim.CodeUse;

/** A span has a period: 837I 2300 HI0n-4. */
final class SpanHasPeriod implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        for (CodeFact code : claim.codes()) {
            if (code.use() == CodeUse.OCCURRENCE_SPAN && (code.date() == null || code.date().value().isEmpty())) {
                out.report(code.place(4), "", "", code.code());
            }
        }
    }
}
