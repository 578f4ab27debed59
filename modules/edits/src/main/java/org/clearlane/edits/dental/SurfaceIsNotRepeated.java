package org.clearlane.edits.dental;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.SegmentFact;
import org.clearlane.model.claim.SegmentTag;
import org.clearlane.model.claim.ServiceLine;

/** No surface stands in TOO03 twice: 837D 2400 TOO. */
final class SurfaceIsNotRepeated implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        for (ServiceLine line : claim.lines()) {
            for (SegmentFact tooth : Tooth.of(line)) {
                for (int c = 2; c <= 5; c++) {
                    String surface = tooth.component(3, c);
                    for (int earlier = 1; earlier < c && !surface.isEmpty(); earlier++) {
                        if (surface.equals(tooth.component(3, earlier))) {
                            out.report(tooth.place(3, c), surface, "", line.number());
                            break;
                        }
                    }
                }
            }
        }
    }

    @Override
    public long needs() {
        return SegmentTag.TOO.bit();
    }
}
