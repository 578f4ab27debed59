package org.clearlane.edits.coding;

import java.util.Set;
import org.clearlane.edits.CalendarDay;
import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.edits.codes.CodeListing;
import org.clearlane.edits.codes.CodeSet;
import org.clearlane.edits.codes.CodeStanding;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.ClaimAdjustment;
import org.clearlane.model.claim.LineAdjudication;
import org.clearlane.model.claim.OtherCoverage;
import org.clearlane.model.claim.SegmentFact;
import org.clearlane.model.claim.SegmentTag;
import org.clearlane.model.claim.ServiceLine;

/** CAS of 2320 and 2430: what the list of adjustment reasons says of them on the day the other payer decided. */
final class AdjustmentReasonStands implements Edit {

    private final Set<CodeStanding> bad;

    /** Reports reasons of these standings. */
    AdjustmentReasonStands(CodeStanding... bad) {
        this.bad = Set.of(bad);
    }

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        for (OtherCoverage coverage : claim.otherCoverages()) {
            for (ClaimAdjustment adjustment : coverage.adjustments()) {
                check(adjustment, day(coverage.decided(), context), context, out);
            }
        }
        for (ServiceLine line : claim.lines()) {
            for (LineAdjudication adjudication : line.adjudications()) {
                for (ClaimAdjustment adjustment : adjudication.adjustments()) {
                    check(adjustment, day(adjudication.decided(), context), context, out);
                }
            }
        }
    }

    private void check(ClaimAdjustment adjustment, int day, EditContext context, FindingCollector out) {
        CodeListing list = context.codes().listing(CodeSet.CARC);
        CodeStanding standing = list.standing(adjustment.reason(), day);
        if (!adjustment.reason().isEmpty() && bad.contains(standing)) {
            out.report(
                    adjustment.segment().place(adjustment.element()),
                    adjustment.reason(),
                    "",
                    Words.standing(standing, list, adjustment.reason()),
                    Words.day(list.head().knownUntil()));
        }
    }

    private static int day(SegmentFact decided, EditContext context) {
        int day = decided == null ? CalendarDay.NONE : CalendarDay.parse(decided.element(3));
        return day > 0 ? day : context.codeDay();
    }

    @Override
    public long needs() {
        return SegmentTag.CAS.bit();
    }
}
