package org.clearlane.edits.dental;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.SegmentFact;
import org.clearlane.model.claim.SegmentTag;
import org.clearlane.model.claim.ServiceLine;

/** What is missing (DN202 M) is not filled or crowned: 837D 2300 DN2, 2400 TOO. */
final class NobodyFillsAMissingTooth implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        for (ServiceLine line : claim.lines()) {
            if (!line.procedure().startsWith("D2")) {
                continue;
            }
            for (SegmentFact tooth : Tooth.of(line)) {
                for (SegmentFact each : claim.segments()) {
                    if (each.tag() == SegmentTag.DN2 && each.is(2, "M") && each.is(1, tooth.element(2))) {
                        out.report(tooth.place(2), tooth.element(2), "", line.number());
                    }
                }
            }
        }
    }

    @Override
    public long needs() {
        return SegmentTag.DN2.bit() | SegmentTag.TOO.bit();
    }
}
