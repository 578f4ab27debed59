package org.clearlane.edits.services;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.edits.Quantity;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.ServiceLine;

/** Modifier 50 counts both sides as one unit: 837P 2400 SV104. */
final class BothSidesAreOneUnit implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        for (ServiceLine line : claim.lines()) {
            if (line.hasModifier("50") && Quantity.whole(line.quantity()) > 1) {
                out.report(line.quantityPlace(), line.quantity(), "", line.number());
            }
        }
    }
}
