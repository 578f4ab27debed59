package org.clearlane.edits.dates;

import org.clearlane.edits.CalendarDay;
import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.edits.Places;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.DateFact;

/** What led to the services of a claim (DTP of 2300 with this qualifier) was not after the last of them. */
final class ClaimDateIsNotAfterService implements Edit {

    private final String qualifier;

    ClaimDateIsNotAfterService(String qualifier) {
        this.qualifier = qualifier;
    }

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        DateFact date = claim.date(qualifier);
        if (date != null && context.lastServiceDay() > 0 && CalendarDay.first(date) > context.lastServiceDay()) {
            out.report(Places.date(date), date.value());
        }
    }
}
