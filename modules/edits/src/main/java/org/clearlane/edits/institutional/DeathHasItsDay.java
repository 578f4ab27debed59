package org.clearlane.edits.institutional;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.CodeFact;
import org.clearlane.model.claim.CodeUse;
import org.clearlane.model.claim.SegmentFact;
import org.clearlane.model.claim.SegmentTag;

/** Patient status 20, 40, 41 or 42 goes with occurrence code 55: 837I 2300 HI. */
final class DeathHasItsDay implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        SegmentFact stay = claim.first(SegmentTag.CL1);
        if (stay == null || !stay.is(3, "20") && !stay.is(3, "40") && !stay.is(3, "41") && !stay.is(3, "42")) {
            return;
        }
        for (CodeFact code : claim.codes()) {
            if (code.use() == CodeUse.OCCURRENCE && code.code().equals("55")) {
                return;
            }
        }
        out.report(stay.place(3), stay.element(3));
    }

    @Override
    public long needs() {
        return SegmentTag.CL1.bit();
    }
}
