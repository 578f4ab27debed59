package org.clearlane.remittance;

import java.util.List;

/** Which claim of the ledger a claim payment is about. */
public sealed interface MatchResult {

    /** How sure we are. LOW is a proposal for a person and is never posted by itself. */
    enum Confidence {
        HIGH,
        MEDIUM,
        LOW
    }

    /**
     * It is about this claim.
     *
     * @param why in words, without values of the claim
     */
    record Matched(LedgerClaim claim, Confidence confidence, String why) implements MatchResult {

        public String claimId() {
            return claim.claimId();
        }
    }

    /**
     * No claim of the ledger fits: for the unmatched worklist.
     *
     * @param reason in words, without values of the claim
     */
    record Unmatched(String reason) implements MatchResult {}

    /** Several claims fit equally well: a person decides. */
    record Ambiguous(List<LedgerClaim> claims) implements MatchResult {

        public Ambiguous {
            claims = List.copyOf(claims);
        }
    }
}
