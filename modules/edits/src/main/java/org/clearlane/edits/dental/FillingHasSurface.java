package org.clearlane.edits.dental;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.SegmentFact;
import org.clearlane.model.claim.SegmentTag;
import org.clearlane.model.claim.ServiceLine;

/** Procedures from D2000 to D2399 (fillings) name surfaces: 837D 2400 TOO03. */
final class FillingHasSurface implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        for (ServiceLine line : claim.lines()) {
            String procedure = line.procedure();
            boolean filling = procedure.length() == 5
                    && procedure.startsWith("D2")
                    && procedure.charAt(2) >= '0'
                    && procedure.charAt(2) <= '3';
            for (SegmentFact tooth : Tooth.of(line)) {
                if (filling && !tooth.has(3)) {
                    out.report(tooth.place(3), "", "", line.number());
                }
            }
        }
    }

    @Override
    public long needs() {
        return SegmentTag.TOO.bit();
    }
}
