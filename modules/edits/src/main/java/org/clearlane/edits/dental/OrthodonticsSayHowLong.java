package org.clearlane.edits.dental;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.SegmentTag;
import org.clearlane.model.claim.ServiceLine;

/** Procedures that begin with D8 come with DN1: 837D 2300 DN1. */
final class OrthodonticsSayHowLong implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        if (claim.first(SegmentTag.DN1) != null) {
            return;
        }
        for (ServiceLine line : claim.lines()) {
            if (line.procedure().startsWith("D8")) {
                out.report(line.procedurePlace(), line.procedure(), "", line.number());
                return;
            }
        }
    }
}
