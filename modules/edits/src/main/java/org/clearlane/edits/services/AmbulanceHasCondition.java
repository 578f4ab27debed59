package org.clearlane.edits.services;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.SegmentFact;
import org.clearlane.model.claim.SegmentTag;

/** CR1 comes with CRC*07: 837P 2300 and 2400 CRC. */
final class AmbulanceHasCondition implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        SegmentFact trip = claim.first(SegmentTag.CR1);
        if (trip != null && claim.first(SegmentTag.CRC, "07") == null) {
            out.report(trip.place(), "");
        }
    }

    @Override
    public long needs() {
        return SegmentTag.CR1.bit();
    }
}
