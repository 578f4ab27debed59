package org.clearlane.edits.dental;

import org.clearlane.edits.CalendarDay;
import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.edits.Places;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.DateFact;

/** The earlier placement is before the service: 837D 2400 DTP*441. */
final class EarlierPlacementIsEarlier implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        for (int i = 0; i < claim.lines().size(); i++) {
            DateFact earlier = claim.lines().get(i).date("441");
            if (earlier != null && context.serviceFrom(i) > 0 && CalendarDay.first(earlier) > context.serviceFrom(i)) {
                out.report(Places.lineDate(earlier), earlier.value(), "", i + 1);
            }
        }
    }
}
