package org.clearlane.edits.services;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.SegmentTag;
import org.clearlane.model.claim.ServiceLine;

/** An ambulance trip has CR1: 837P 2300 and 2400 CR1. */
final class AmbulanceIsCertified implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        if (claim.has(SegmentTag.CR1)) {
            return;
        }
        ServiceLine trip = Ambulance.first(claim);
        if (trip != null) {
            out.report(trip.procedurePlace(), trip.procedure(), "", trip.number());
        }
    }
}
