package org.clearlane.edits.dental;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.SegmentFact;
import org.clearlane.model.claim.SegmentTag;
import org.clearlane.model.claim.ServiceLine;

/** Surface I goes with front teeth, O with back teeth: 837D 2400 TOO03. */
final class ToothHasTheSurface implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        for (ServiceLine line : claim.lines()) {
            for (SegmentFact tooth : Tooth.of(line)) {
                boolean front = Tooth.isFront(tooth.element(2));
                for (int c = 1; c <= 5 && Tooth.is(tooth.element(2)); c++) {
                    String surface = tooth.component(3, c);
                    if (surface.equals(front ? "O" : "I")) {
                        out.report(tooth.place(3, c), surface, "", line.number());
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
