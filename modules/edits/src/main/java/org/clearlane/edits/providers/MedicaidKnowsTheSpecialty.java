package org.clearlane.edits.providers;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.finding.Place;

/** To Medicaid (SBR09 MC) 2000A PRV names the billing provider's taxonomy. */
final class MedicaidKnowsTheSpecialty implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        if (claim.subscriber().filingIndicator().equals("MC")
                && claim.billingProvider().position() > 0
                && claim.billingProvider().taxonomy().isEmpty()) {
            out.report(Place.ofSegment("2000A", "PRV", claim.billingProvider().position()), "", "85");
        }
    }
}
