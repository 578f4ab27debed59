package org.clearlane.edits.dental;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.edits.Quantity;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.SegmentFact;
import org.clearlane.model.claim.SegmentTag;

/** DN102 is at most DN101: 837D 2300 DN1. */
final class OrthodonticsRemainWithinTotal implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        SegmentFact treatment = claim.first(SegmentTag.DN1);
        if (treatment != null
                && treatment.has(1)
                && Quantity.whole(treatment.element(2)) > Quantity.whole(treatment.element(1))) {
            out.report(treatment.place(2), treatment.element(2));
        }
    }

    @Override
    public long needs() {
        return SegmentTag.DN1.bit();
    }
}
