package org.clearlane.edits.institutional;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.Money;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.ServiceLine;

/** SV207 is at most SV203: 837I 2400 SV207. */
final class NotCoveredIsAtMostTheCharge implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        for (ServiceLine line : claim.lines()) {
            Money part = line.service() == null ? null : line.service().money(7);
            if (part != null
                    && line.charge() != null
                    && part.cents() > line.charge().cents()) {
                out.report(line.service().place(7), line.serviceElement(7), "", line.number());
            }
        }
    }
}
