package org.clearlane.edits.professional;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.ServiceLine;
import org.clearlane.model.finding.Place;

/** CLM02 and every SV102 is an amount of dollars and cents. */
final class ChargesAreReadable implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        if (claim.charge() == null) {
            out.report(Place.ofSegment("2300", "CLM", claim.position()).atElement(2), "", "", "total charge");
        }
        for (ServiceLine line : claim.lines()) {
            if (line.charge() == null && line.position() > 0) {
                out.report(line.chargePlace(), "", "", "charge of line " + line.number());
            }
        }
    }
}
