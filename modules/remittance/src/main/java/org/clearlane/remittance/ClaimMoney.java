package org.clearlane.remittance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clearlane.model.Money;
import org.clearlane.model.ledger.ClaimState;

/**
 * What all payments of one claim come to. A sum over the set of distinct postings, so neither their order nor a repeat
 * changes it: a correction that overtakes its reversal ends where the orderly run ends.
 *
 * @param paid Σ CLP04
 * @param patientShare Σ PR
 * @param contractual Σ CO
 * @param otherAdjusted Σ of the other groups
 * @param payments how many payments that were not taken back
 * @param openReversals reversals whose payment has not been seen
 * @param state the state they leave the claim in; empty where none decides anything
 */
public record ClaimMoney(
        Money paid,
        Money patientShare,
        Money contractual,
        Money otherAdjusted,
        int payments,
        int openReversals,
        Optional<ClaimState> state) {

    /** Adds up. The same posting twice counts once. */
    public static ClaimMoney of(Collection<PostedPayment> postings) {
        Set<PostedPayment> distinct = new LinkedHashSet<>(postings);
        Money paid = Money.ZERO;
        Money patient = Money.ZERO;
        Money contractual = Money.ZERO;
        Money other = Money.ZERO;
        for (PostedPayment posting : distinct) {
            paid = paid.plus(posting.paid());
            patient = patient.plus(posting.patientShare());
            contractual = contractual.plus(posting.contractual());
            other = other.plus(posting.otherAdjusted());
        }
        List<PostedPayment> standing = new ArrayList<>();
        List<PostedPayment> reversals = new ArrayList<>();
        for (PostedPayment posting : distinct) {
            (posting.isReversal() ? reversals : standing).add(posting);
        }
        int open = 0;
        for (PostedPayment reversal : reversals) {
            if (!cancel(reversal, standing)) {
                open++;
            }
        }
        return new ClaimMoney(paid, patient, contractual, other, standing.size(), open, state(standing, distinct));
    }

    /** The same amounts pair off whichever of several equal payments is taken, as long as their decision is equal too. */
    private static boolean cancel(PostedPayment reversal, List<PostedPayment> standing) {
        PostedPayment worst = null;
        for (PostedPayment payment : standing) {
            if (reversal.takesBack(payment) && (worst == null || goodness(payment) < goodness(worst))) {
                worst = payment;
            }
        }
        return worst != null && standing.remove(worst);
    }

    private static Optional<ClaimState> state(List<PostedPayment> standing, Set<PostedPayment> all) {
        PostedPayment best = null;
        for (PostedPayment payment : standing) {
            if (goodness(payment) > 0 && (best == null || goodness(payment) > goodness(best))) {
                best = payment;
            }
        }
        if (best != null) {
            return best.decision();
        }
        return all.stream().anyMatch(PostedPayment::isReversal) ? Optional.of(ClaimState.REVERSED) : Optional.empty();
    }

    /** Several payments stand side by side when a second payer pays, or a denial is reopened: the best one tells. */
    private static int goodness(PostedPayment payment) {
        return payment.decision()
                .map(state -> switch (state) {
                    case PAID -> 3;
                    case PARTLY_PAID -> 2;
                    case DENIED -> 1;
                    default -> 0;
                })
                .orElse(0);
    }
}
