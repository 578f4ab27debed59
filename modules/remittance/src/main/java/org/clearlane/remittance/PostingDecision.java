package org.clearlane.remittance;

import java.util.Optional;
import org.clearlane.model.ledger.ClaimState;

/**
 * What to do about one claim payment.
 *
 * @param outcome its name
 * @param claimId the claim, when one is certain
 * @param posting what to keep, when it counts
 * @param next the state to move the claim to; empty where it stays as it is
 * @param money what all payments of the claim now come to, when it counts
 */
public record PostingDecision(
        PostingOutcome outcome,
        Optional<String> claimId,
        Optional<PostedPayment> posting,
        Optional<ClaimState> next,
        Optional<ClaimMoney> money) {

    static PostingDecision notPosted(PostingOutcome outcome, Optional<String> claimId) {
        return new PostingDecision(outcome, claimId, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
