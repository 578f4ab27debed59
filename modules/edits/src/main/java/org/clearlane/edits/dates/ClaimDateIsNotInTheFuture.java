package org.clearlane.edits.dates;

import org.clearlane.edits.CalendarDay;
import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.edits.Places;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.DateFact;

/** What a claim says has happened (DTP of 2300 with this qualifier) has not yet to come. */
final class ClaimDateIsNotInTheFuture implements Edit {

    private final String qualifier;

    ClaimDateIsNotInTheFuture(String qualifier) {
        this.qualifier = qualifier;
    }

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        DateFact date = claim.date(qualifier);
        if (date != null && CalendarDay.last(date) > context.today()) {
            out.report(Places.date(date), date.value());
        }
    }
}
