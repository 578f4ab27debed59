package org.clearlane.edits.claim;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.SegmentTag;
import org.clearlane.model.claim.ServiceLine;

/** A line with SV111 of Y needs CRC*ZZ: 837P 2300 CRC. */
final class ScreeningSaysItsReferral implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        if (claim.first(SegmentTag.CRC, "ZZ") != null) {
            return;
        }
        for (ServiceLine line : claim.lines()) {
            if (line.service() != null && line.service().is(11, "Y")) {
                out.report(line.service().place(11), "Y", "", line.number());
                return;
            }
        }
    }
}
