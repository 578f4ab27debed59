package org.clearlane.edits.services;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.edits.Quantity;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.ServiceLine;

/** SV104 and SV306 have at most four digits before the point. */
final class UnitsAreWithinReason implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        for (ServiceLine line : claim.lines()) {
            if (Quantity.digitsBeforePoint(line.quantity()) > 4) {
                out.report(line.quantityPlace(), line.quantity(), "", line.number());
            }
        }
    }
}
