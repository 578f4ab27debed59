package org.clearlane.remittance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.clearlane.model.ledger.ClaimState;
import org.clearlane.model.ledger.Lifecycle;
import org.clearlane.model.remittance.ClaimPayment;
import org.clearlane.remittance.MatchResult.Confidence;

/**
 * Decides about each claim payment of an 835. First the payment as a whole must be good ({@link RemittanceStanding}):
 * half of one is never posted. Then the claim must be certain: LOW matches and ties go to the worklist. Then it is
 * posted, and the claim's state follows from the sum of all its postings, never from the order they came in.
 */
public final class Posting {

    private Posting() {}

    /**
     * @param remittance an id that is the same for the same payment
     * @param ordinal the claim's place in the payment, from 1
     * @param earlier what is already posted to the claim that {@code match} names, this remittance's own included. A
     *     payment in exactly the words of one of them is held, whatever came between: which of two equals counts makes
     *     no difference to any sum, so the order in which they come does not either
     */
    public static PostingDecision decide(
            RemittanceStanding standing,
            String remittance,
            int ordinal,
            ClaimPayment payment,
            MatchResult match,
            Collection<PostedPayment> earlier) {
        Optional<String> claimId =
                match instanceof MatchResult.Matched matched ? Optional.of(matched.claimId()) : Optional.empty();
        return switch (standing) {
            case RemittanceStanding.Unreadable ignored ->
                PostingDecision.notPosted(new PostingOutcome.Unreadable(), claimId);
            case RemittanceStanding.Duplicate ignored ->
                PostingDecision.notPosted(new PostingOutcome.DuplicateRemittance(), claimId);
            case RemittanceStanding.DuplicateWithOtherContent ignored ->
                PostingDecision.notPosted(new PostingOutcome.DuplicateWithOtherContent(), claimId);
            case RemittanceStanding.DuplicateUnderOtherTrace ignored ->
                PostingDecision.notPosted(new PostingOutcome.DuplicateUnderOtherTrace(), claimId);
            case RemittanceStanding.OutOfBalance off ->
                PostingDecision.notPosted(new PostingOutcome.OutOfBalance(off.by()), claimId);
            case RemittanceStanding.Good ignored ->
                matched(PostedPayment.of(remittance, ordinal, payment), match, earlier);
            case RemittanceStanding.Allowed ignored ->
                matched(PostedPayment.of(remittance, ordinal, payment), match, earlier);
        };
    }

    private static PostingDecision matched(
            PostedPayment posting, MatchResult match, Collection<PostedPayment> earlier) {
        return switch (match) {
            case MatchResult.Unmatched none -> unmatched(none.reason(), List.of());
            case MatchResult.Ambiguous several ->
                unmatched(
                        "several claims fit equally well",
                        several.claims().stream().map(LedgerClaim::claimId).toList());
            case MatchResult.Matched matched ->
                matched.confidence() == Confidence.LOW
                        ? unmatched("too little agrees: " + matched.why(), List.of(matched.claimId()))
                        : post(posting, matched.claim(), earlier);
        };
    }

    private static PostingDecision unmatched(String reason, List<String> proposals) {
        return PostingDecision.notPosted(new PostingOutcome.Unmatched(reason, proposals), Optional.empty());
    }

    private static PostingDecision post(PostedPayment posting, LedgerClaim claim, Collection<PostedPayment> earlier) {
        for (PostedPayment other : earlier) {
            if (other.repeats(posting)) {
                return PostingDecision.notPosted(
                        new PostingOutcome.DuplicateClaimPayment(), Optional.of(claim.claimId()));
            }
        }
        List<PostedPayment> all = new ArrayList<>(earlier);
        all.add(posting);
        ClaimMoney money = ClaimMoney.of(all);
        Optional<ClaimState> next = money.state().filter(state -> state != claim.state());
        if (next.isPresent() && !Lifecycle.allows(claim.state(), next.get())) {
            return unmatched("the claim cannot be paid in the state it is in", List.of(claim.claimId()));
        }
        return new PostingDecision(
                name(posting, earlier), Optional.of(claim.claimId()), Optional.of(posting), next, Optional.of(money));
    }

    /**
     * A payment that follows a reversal is its correction, save the one the reversal was about, come late. So is a
     * second payment under the payer's same claim number and with the same CLP02: its reversal is still on the way.
     */
    private static PostingOutcome name(PostedPayment posting, Collection<PostedPayment> earlier) {
        if (posting.isReversal()) {
            return new PostingOutcome.ReversalPosted();
        }
        boolean isTakenBack = earlier.stream().anyMatch(other -> other.takesBack(posting));
        boolean followsReversal = earlier.stream().anyMatch(PostedPayment::isReversal);
        boolean repeats = earlier.stream()
                .anyMatch(other -> !other.isReversal()
                        && !posting.payerControlNumber().isEmpty()
                        && other.payerControlNumber().equals(posting.payerControlNumber())
                        && other.status().equals(posting.status()));
        return followsReversal && !isTakenBack || repeats
                ? new PostingOutcome.CorrectionPosted()
                : new PostingOutcome.Posted();
    }
}
