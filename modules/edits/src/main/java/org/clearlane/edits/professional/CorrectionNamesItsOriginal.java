package org.clearlane.edits.professional;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.finding.Place;

/** A replacement or void (CLM05-3 of 7 or 8) says which claim of the payer it is about: 837P 2300 REF*F8. */
final class CorrectionNamesItsOriginal implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        boolean correction = claim.frequency().equals("7") || claim.frequency().equals("8");
        if (correction && claim.payerClaimNumber().isEmpty()) {
            out.report(
                    Place.ofSegment("2300", "CLM", claim.position()).atComponent(5, 3),
                    claim.frequency(),
                    "",
                    claim.frequency().equals("7") ? "replaces" : "voids");
        }
    }
}
