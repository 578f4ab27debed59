package org.clearlane.edits.institutional;

import org.clearlane.edits.CalendarDay;
import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.CodeFact;
import org.clearlane.model.claim.CodeUse;

/** Procedures lie inside the statement period, or up to three days before: 837I 2300 HI. */
final class ProcedureIsNearTheStay implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        int from = BillType.from(claim);
        int through = BillType.through(claim);
        for (CodeFact code : claim.codes()) {
            if (code.use() != CodeUse.PRINCIPAL_PROCEDURE && code.use() != CodeUse.OTHER_PROCEDURE) {
                continue;
            }
            int day = CalendarDay.first(code.date());
            if (day > 0 && from > 0 && through > 0 && (day > through || CalendarDay.daysBetween(day, from) > 3)) {
                out.report(code.place(4), code.date().value());
            }
        }
    }
}
