package org.clearlane.edits.professional;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.finding.Place;

/** The subscriber is identified by the number the payer gave: 837P 2010BA NM109. */
final class SubscriberHasMemberId implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        if (claim.subscriber() != null && claim.subscriber().memberId().isEmpty()) {
            out.report(
                    Place.ofSegment("2010BA", "NM1", claim.subscriber().position())
                            .atElement(9),
                    "",
                    "IL");
        }
    }
}
