package org.clearlane.edits.services;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.ServiceLine;

/** Anaesthesia is counted in minutes (SV103 MJ): 837P 2400 SV103. */
final class AnesthesiaIsInMinutes implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        for (ServiceLine line : claim.lines()) {
            if (!line.unit().equals("MJ") && Anesthesia.is(line) && !Anesthesia.isCounted(line.procedure())) {
                out.report(line.service().place(3), line.unit(), "", line.number());
            }
        }
    }
}
