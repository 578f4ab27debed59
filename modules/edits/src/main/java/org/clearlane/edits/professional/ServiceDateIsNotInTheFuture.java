package org.clearlane.edits.professional;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.ServiceLine;

/** No service is billed before it is given. */
final class ServiceDateIsNotInTheFuture implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        for (int i = 0; i < claim.lines().size(); i++) {
            ServiceLine line = claim.lines().get(i);
            if (line.serviceDate() == null) {
                continue;
            }
            if (context.serviceFrom(i) > context.today() || context.serviceTo(i) > context.today()) {
                out.report(LinePlaces.serviceDate(line), LinePlaces.serviceDateText(line), "", line.number());
            }
        }
    }
}
