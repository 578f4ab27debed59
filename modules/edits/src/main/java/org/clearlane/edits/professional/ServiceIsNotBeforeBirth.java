package org.clearlane.edits.professional;

import org.clearlane.edits.CalendarDay;
import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.ServiceLine;

/** Nobody is treated before being born. */
final class ServiceIsNotBeforeBirth implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        int born = CalendarDay.parse(
                claim.patient() == null
                        ? claim.subscriber() == null ? "" : claim.subscriber().birthDate()
                        : claim.patient().birthDate());
        for (int i = 0; i < claim.lines().size(); i++) {
            ServiceLine line = claim.lines().get(i);
            if (line.serviceDate() == null) {
                continue;
            }
            if (born > 0 && context.serviceFrom(i) > 0 && context.serviceFrom(i) < born) {
                out.report(LinePlaces.serviceDate(line), LinePlaces.serviceDateText(line), "", line.number());
            }
        }
    }
}
