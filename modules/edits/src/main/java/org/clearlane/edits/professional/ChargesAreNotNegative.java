package org.clearlane.edits.professional;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.ServiceLine;
import org.clearlane.model.finding.Place;

/** Neither CLM02 nor any SV102 is below zero: 837P 2300 CLM02, 2400 SV102. */
final class ChargesAreNotNegative implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        if (claim.charge() != null && claim.charge().isNegative()) {
            out.report(
                    Place.ofSegment("2300", "CLM", claim.position()).atElement(2),
                    claim.charge().toString(),
                    "",
                    "total charge");
        }
        for (ServiceLine line : claim.lines()) {
            if (line.charge() != null && line.charge().isNegative()) {
                out.report(line.chargePlace(), line.charge().toString(), "", "charge of line " + line.number());
            }
        }
    }
}
