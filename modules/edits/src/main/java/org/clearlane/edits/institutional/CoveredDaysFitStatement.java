package org.clearlane.edits.institutional;

import org.clearlane.edits.CalendarDay;
import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.CodeFact;
import org.clearlane.model.claim.CodeUse;

/** Value codes 80 and 81 together are the days of the statement: 837I 2300 HI*BE. */
final class CoveredDaysFitStatement implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        int from = BillType.from(claim);
        int through = BillType.through(claim);
        if (!BillType.isInpatient(claim) || from <= 0 || through < from) {
            return;
        }
        long cents = 0;
        CodeFact covered = null;
        for (CodeFact code : claim.codes()) {
            boolean days = code.code().equals("80") || code.code().equals("81");
            if (code.use() == CodeUse.VALUE && days && code.amount() != null) {
                cents += code.amount().cents();
                covered = code.code().equals("80") ? code : covered;
            }
        }
        int between = CalendarDay.daysBetween(from, through);
        int expected = BillType.patientStatus(claim).equals("30") ? between + 1 : Math.max(1, between);
        if (covered != null && cents != expected * 100L) {
            out.report(covered.place(5), covered.amount().toString(), "", cents / 100, expected);
        }
    }
}
