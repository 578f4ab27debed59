package org.clearlane.edits.institutional;

import org.clearlane.edits.CalendarDay;
import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.CodeFact;
import org.clearlane.model.claim.CodeUse;

/** An occurrence has happened: 837I 2300 HI0n-4. */
final class OccurrenceIsNotInTheFuture implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        for (CodeFact code : claim.codes()) {
            if (code.use() == CodeUse.OCCURRENCE && CalendarDay.first(code.date()) > context.today()) {
                out.report(code.place(4), code.date().value(), "", code.code());
            }
        }
    }
}
