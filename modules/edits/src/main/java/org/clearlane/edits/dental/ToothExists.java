package org.clearlane.edits.dental;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.SegmentFact;
import org.clearlane.model.claim.SegmentTag;
import org.clearlane.model.claim.ServiceLine;

/** TOO02 is a tooth: 837D 2400 TOO. */
final class ToothExists implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        for (ServiceLine line : claim.lines()) {
            for (SegmentFact tooth : Tooth.of(line)) {
                if (!Tooth.is(tooth.element(2))) {
                    out.report(tooth.place(2), tooth.element(2), "", line.number());
                }
            }
        }
    }

    @Override
    public long needs() {
        return SegmentTag.TOO.bit();
    }
}
