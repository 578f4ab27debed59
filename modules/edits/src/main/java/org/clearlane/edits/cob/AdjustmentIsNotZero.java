package org.clearlane.edits.cob;

import java.util.List;
import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.ClaimAdjustment;
import org.clearlane.model.claim.SegmentTag;

/** An adjustment takes something off or adds it: 837 2320 and 2430 CAS. */
final class AdjustmentIsNotZero implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        for (List<ClaimAdjustment> group : Adjustments.of(claim)) {
            for (ClaimAdjustment each : group) {
                if (each.amount() != null && each.amount().cents() == 0) {
                    out.report(each.segment().place(each.element() + 1), "0", "PR");
                }
            }
        }
    }

    @Override
    public long needs() {
        return SegmentTag.CAS.bit();
    }
}
