package org.clearlane.transactions.t277ca;

import java.util.List;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.finding.Finding;

/**
 * What we say of one claim that was handed in.
 *
 * @param claim the claim
 * @param d9 our number of it, for REF*D9; empty when it got none
 * @param accepted whether it goes on to its payer
 * @param findings what was found; errors say why it was refused, warnings go along with an acceptance
 */
public record ClaimOutcome(Claim claim, String d9, boolean accepted, List<Finding> findings) {

    public ClaimOutcome {
        findings = List.copyOf(findings);
    }
}
