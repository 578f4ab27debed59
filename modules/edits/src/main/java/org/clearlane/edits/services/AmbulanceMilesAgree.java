package org.clearlane.edits.services;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.edits.Quantity;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.SegmentFact;
import org.clearlane.model.claim.SegmentTag;
import org.clearlane.model.claim.ServiceLine;

/** The units of a mileage line are the miles of CR106: 837P 2300 CR106. */
final class AmbulanceMilesAgree implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        SegmentFact trip = claim.first(SegmentTag.CR1);
        if (trip == null || !trip.is(5, "DH")) {
            return;
        }
        for (ServiceLine line : claim.lines()) {
            if (Ambulance.isMileage(line)
                    && line.first(SegmentTag.CR1) == null
                    && Quantity.whole(line.quantity()) != Quantity.whole(trip.element(6))) {
                out.report(line.quantityPlace(), line.quantity(), "", line.number());
            }
        }
    }

    @Override
    public long needs() {
        return SegmentTag.CR1.bit();
    }
}
