package org.clearlane.edits.cob;

import java.util.List;
import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.ClaimAdjustment;
import org.clearlane.model.claim.SegmentTag;

/** A group and reason stands once for each payer and line: 837 2320 and 2430 CAS. */
final class AdjustmentIsNotRepeated implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        for (List<ClaimAdjustment> group : Adjustments.of(claim)) {
            for (int i = 1; i < group.size(); i++) {
                ClaimAdjustment each = group.get(i);
                for (int j = 0; j < i; j++) {
                    if (each.reason().equals(group.get(j).reason())
                            && each.group().equals(group.get(j).group())) {
                        out.report(each.segment().place(each.element()), each.group() + " " + each.reason(), "PR");
                        break;
                    }
                }
            }
        }
    }

    @Override
    public long needs() {
        return SegmentTag.CAS.bit();
    }
}
