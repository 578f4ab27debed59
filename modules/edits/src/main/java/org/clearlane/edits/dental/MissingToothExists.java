package org.clearlane.edits.dental;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.SegmentFact;
import org.clearlane.model.claim.SegmentTag;

/** DN201 is a tooth: 837D 2300 DN2. */
final class MissingToothExists implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        for (SegmentFact each : claim.segments()) {
            if (each.tag() == SegmentTag.DN2 && !Tooth.is(each.element(1))) {
                out.report(each.place(1), each.element(1));
            }
        }
    }

    @Override
    public long needs() {
        return SegmentTag.DN2.bit();
    }
}
