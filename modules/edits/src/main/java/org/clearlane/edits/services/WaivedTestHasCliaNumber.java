package org.clearlane.edits.services;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.ServiceLine;

/** A test with modifier QW has the CLIA number of who did it: 837P 2300 and 2400 REF*X4. */
final class WaivedTestHasCliaNumber implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        for (ServiceLine line : claim.lines()) {
            if (line.hasModifier("QW") && line.reference("X4") == null && claim.reference("X4") == null) {
                out.report(line.procedurePlace(), line.procedure(), "", line.number());
            }
        }
    }
}
