package org.clearlane.edits.institutional;

import org.clearlane.edits.CalendarDay;
import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.SegmentFact;
import org.clearlane.model.claim.SegmentTag;

/** Type of admission 4 is for those born in the last month: 837I 2300 CL101. */
final class NewbornIsNew implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        SegmentFact stay = claim.first(SegmentTag.CL1);
        if (stay == null || !stay.is(1, "4")) {
            return;
        }
        int born = CalendarDay.parse(
                claim.patient() == null
                        ? claim.subscriber().birthDate()
                        : claim.patient().birthDate());
        int admitted = CalendarDay.first(claim.date("435"));
        if (born > 0 && admitted > 0 && CalendarDay.daysBetween(born, admitted) > 31) {
            out.report(stay.place(1), "4");
        }
    }

    @Override
    public long needs() {
        return SegmentTag.CL1.bit();
    }
}
