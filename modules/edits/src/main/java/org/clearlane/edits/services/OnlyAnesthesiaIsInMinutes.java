package org.clearlane.edits.services;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.ServiceLine;

/** Minutes (SV103 MJ) are for anaesthesia: 837P 2400 SV103. */
final class OnlyAnesthesiaIsInMinutes implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        for (ServiceLine line : claim.lines()) {
            if (line.unit().equals("MJ") && line.qualifier().equals("HC") && !Anesthesia.is(line)) {
                out.report(line.service().place(3), "MJ", "", line.number());
            }
        }
    }
}
