package org.clearlane.edits.professional;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.Money;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.ServiceLine;
import org.clearlane.model.finding.Place;

/** CLM02 is the sum of all SV102: 837P 2300 CLM02. */
final class ClaimChargeIsSumOfLines implements Edit {

    /** Far above any real claim, far below where a long overflows. */
    private static final long BEYOND_REASON = 1_000_000_000_000_000_000L;

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        if (claim.charge() == null || claim.lines().isEmpty()) {
            return;
        }
        long sum = 0;
        for (ServiceLine line : claim.lines()) {
            if (line.charge() == null || Math.abs(sum) > BEYOND_REASON) {
                return;
            }
            sum += line.charge().cents();
        }
        if (sum != claim.charge().cents()) {
            out.report(
                    Place.ofSegment("2300", "CLM", claim.position()).atElement(2),
                    claim.charge().toString(),
                    "",
                    new Money(sum));
        }
    }
}
