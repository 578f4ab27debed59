package org.clearlane.edits.institutional;

import org.clearlane.edits.CalendarDay;
import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.CodeFact;
import org.clearlane.model.claim.CodeUse;

/** A span ends no earlier than it begins: 837I 2300 HI0n-4. */
final class SpanRunsForward implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        for (CodeFact code : claim.codes()) {
            int last = CalendarDay.last(code.date());
            if (code.use() == CodeUse.OCCURRENCE_SPAN && last > 0 && last < CalendarDay.first(code.date())) {
                out.report(code.place(4), code.date().value(), "", code.code());
            }
        }
    }
}
