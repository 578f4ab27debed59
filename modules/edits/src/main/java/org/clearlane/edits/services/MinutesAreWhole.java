package org.clearlane.edits.services;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.edits.Quantity;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.ServiceLine;

/** Minutes (SV103 MJ) are whole: 837P 2400 SV104. */
final class MinutesAreWhole implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        for (ServiceLine line : claim.lines()) {
            if (line.unit().equals("MJ") && !Quantity.isWhole(line.quantity())) {
                out.report(line.quantityPlace(), line.quantity(), "", line.number());
            }
        }
    }
}
