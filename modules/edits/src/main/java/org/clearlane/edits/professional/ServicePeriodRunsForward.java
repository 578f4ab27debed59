package org.clearlane.edits.professional;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.ServiceLine;

/** A period of service ends no earlier than it begins. */
final class ServicePeriodRunsForward implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        for (int i = 0; i < claim.lines().size(); i++) {
            ServiceLine line = claim.lines().get(i);
            if (line.serviceDate() == null) {
                continue;
            }
            if (context.serviceFrom(i) > 0
                    && context.serviceTo(i) > 0
                    && context.serviceTo(i) < context.serviceFrom(i)) {
                out.report(LinePlaces.serviceDate(line), LinePlaces.serviceDateText(line), "", line.number());
            }
        }
    }
}
