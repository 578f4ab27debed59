package org.clearlane.edits.professional;

import org.clearlane.edits.CalendarDay;
import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.ServiceLine;

/** Every line has its DTP*472: 837P 2400 DTP. */
final class ServiceDateIsPresent implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        for (int i = 0; i < claim.lines().size(); i++) {
            ServiceLine line = claim.lines().get(i);
            if (context.serviceFrom(i) == CalendarDay.NONE && !context.predetermination()) {
                out.report(LinePlaces.serviceDate(line), LinePlaces.serviceDateText(line), "", line.number());
            }
        }
    }
}
