package org.clearlane.edits.professional;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.finding.Place;

/** The payer is identified by a number: 837P 2010BB NM109. */
final class PayerHasId implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        if (claim.payer() != null && claim.payer().id().isEmpty()) {
            out.report(
                    Place.ofSegment("2010BB", "NM1", claim.payer().position()).atElement(9), "", "PR");
        }
    }
}
