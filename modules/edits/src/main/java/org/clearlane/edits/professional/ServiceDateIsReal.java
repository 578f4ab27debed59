package org.clearlane.edits.professional;

import org.clearlane.edits.CalendarDay;
import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.ServiceLine;

/** The service date is a day of the calendar, or two with a dash for a period (RD8). */
final class ServiceDateIsReal implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        for (int i = 0; i < claim.lines().size(); i++) {
            ServiceLine line = claim.lines().get(i);
            if (line.serviceDate() == null) {
                continue;
            }
            if (context.serviceFrom(i) == CalendarDay.UNREAL || context.serviceTo(i) == CalendarDay.UNREAL) {
                out.report(LinePlaces.serviceDate(line), LinePlaces.serviceDateText(line), "", line.number());
            }
        }
    }
}
