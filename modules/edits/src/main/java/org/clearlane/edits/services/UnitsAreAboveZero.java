package org.clearlane.edits.services;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.edits.Quantity;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.ServiceLine;

/** SV104 and SV306 are above zero: 837P and 837D 2400. */
final class UnitsAreAboveZero implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        for (ServiceLine line : claim.lines()) {
            if (!line.quantity().isEmpty() && !Quantity.isPositive(line.quantity())) {
                out.report(line.quantityPlace(), line.quantity(), "", line.number());
            }
        }
    }
}
