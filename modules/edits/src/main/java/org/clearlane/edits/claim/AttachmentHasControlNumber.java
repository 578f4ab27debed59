package org.clearlane.edits.claim;

import java.util.List;
import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.SegmentFact;
import org.clearlane.model.claim.SegmentTag;
import org.clearlane.model.claim.ServiceLine;

/** PWK that is mailed, faxed or sent electronically has PWK06: 837 2300 and 2400 PWK. */
final class AttachmentHasControlNumber implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        examine(claim.segments(), out);
        for (ServiceLine line : claim.lines()) {
            examine(line.segments(), out);
        }
    }

    @Override
    public long needs() {
        return SegmentTag.PWK.bit();
    }

    private static void examine(List<SegmentFact> segments, FindingCollector out) {
        for (SegmentFact each : segments) {
            if (each.tag() == SegmentTag.PWK && !each.has(6)) {
                switch (each.element(2)) {
                    case "BM", "EL", "EM", "FX", "FT" -> out.report(each.place(6), "");
                    default -> {}
                }
            }
        }
    }
}
