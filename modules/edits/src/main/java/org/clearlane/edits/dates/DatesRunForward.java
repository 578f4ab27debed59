package org.clearlane.edits.dates;

import org.clearlane.edits.CalendarDay;
import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.edits.Places;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.DateFact;

/** Of two dates of the claim that follow each other (DTP of 2300) the second is not before the first. */
final class DatesRunForward implements Edit {

    private final String first;
    private final String second;

    DatesRunForward(String first, String second) {
        this.first = first;
        this.second = second;
    }

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        DateFact later = claim.date(second);
        DateFact earlier = later == null ? null : claim.date(first);
        int end = CalendarDay.last(later);
        if (earlier != null && end > 0 && end < CalendarDay.first(earlier)) {
            out.report(Places.date(later), later.value());
        }
    }
}
