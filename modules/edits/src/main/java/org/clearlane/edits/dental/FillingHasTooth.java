package org.clearlane.edits.dental;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.SegmentTag;
import org.clearlane.model.claim.ServiceLine;

/** Procedures that begin with D2 (fillings, crowns) name a tooth: 837D 2400 TOO. */
final class FillingHasTooth implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        for (ServiceLine line : claim.lines()) {
            if (line.procedure().startsWith("D2") && line.first(SegmentTag.TOO) == null) {
                out.report(line.procedurePlace(), line.procedure(), "", line.number());
            }
        }
    }
}
