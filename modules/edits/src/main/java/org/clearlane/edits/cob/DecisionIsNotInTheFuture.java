package org.clearlane.edits.cob;

import org.clearlane.edits.CalendarDay;
import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.LineAdjudication;
import org.clearlane.model.claim.OtherCoverage;
import org.clearlane.model.claim.SegmentFact;
import org.clearlane.model.claim.SegmentTag;
import org.clearlane.model.claim.ServiceLine;

/** No payer has decided after today: 837 2330B and 2430 DTP*573. */
final class DecisionIsNotInTheFuture implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        for (OtherCoverage other : claim.otherCoverages()) {
            check(other.decided(), context, out);
        }
        for (ServiceLine line : claim.lines()) {
            for (LineAdjudication each : line.adjudications()) {
                check(each.decided(), context, out);
            }
        }
    }

    @Override
    public long needs() {
        return SegmentTag.SBR.bit();
    }

    private static void check(SegmentFact decided, EditContext context, FindingCollector out) {
        if (decided != null && CalendarDay.parse(decided.element(3)) > context.today()) {
            out.report(decided.place(3), decided.element(3), "PR");
        }
    }
}
