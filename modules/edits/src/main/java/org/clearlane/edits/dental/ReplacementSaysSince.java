package org.clearlane.edits.dental;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.ServiceLine;

/** SV305 of R needs DTP*441: 837D 2400 DTP. */
final class ReplacementSaysSince implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        for (ServiceLine line : claim.lines()) {
            if (line.service() != null && line.service().is(5, "R") && line.date("441") == null) {
                out.report(line.service().place(5), "R", "", line.number());
            }
        }
    }
}
