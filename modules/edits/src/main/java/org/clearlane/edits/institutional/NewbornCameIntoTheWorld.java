package org.clearlane.edits.institutional;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.SegmentFact;
import org.clearlane.model.claim.SegmentTag;

/** Type of admission 4 goes with origin 5 or 6: 837I 2300 CL1. */
final class NewbornCameIntoTheWorld implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        SegmentFact stay = claim.first(SegmentTag.CL1);
        if (stay != null && stay.is(1, "4") && stay.has(2) && !stay.is(2, "5") && !stay.is(2, "6")) {
            out.report(stay.place(2), stay.element(2));
        }
    }

    @Override
    public long needs() {
        return SegmentTag.CL1.bit();
    }
}
