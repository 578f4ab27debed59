package org.clearlane.edits.professional;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.finding.Place;

/** The subscriber is named, a person with last name at least: 837P 2010BA NM103. */
final class SubscriberHasName implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        if (claim.subscriber() != null && claim.subscriber().last().isEmpty()) {
            out.report(
                    Place.ofSegment("2010BA", "NM1", claim.subscriber().position())
                            .atElement(3),
                    "",
                    "IL");
        }
    }
}
