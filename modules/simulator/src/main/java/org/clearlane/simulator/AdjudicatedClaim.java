package org.clearlane.simulator;

import java.util.List;
import org.clearlane.simulator.AdjustedLine.Adjustment;

/**
 * A claim after adjudication: {@code charge − Σ adjustments of claim and lines = paid}.
 *
 * @param claim as received
 * @param status CLP02
 * @param payerClaimNumber CLP07
 * @param chargeCents CLP03; negative in a reversal
 * @param adjustments CAS of the claim
 * @param lines in order
 * @param original CLP07 of the claim that this one corrects (REF*F8), or null
 * @param plb the provider-level adjustment it causes, or null
 */
record AdjudicatedClaim(
        ReceivedClaim claim,
        String status,
        String payerClaimNumber,
        long chargeCents,
        List<Adjustment> adjustments,
        List<AdjustedLine> lines,
        String original,
        Scenario.Plb plb) {

    private static final String REVERSAL = "22";

    AdjudicatedClaim {
        adjustments = List.copyOf(adjustments);
        lines = List.copyOf(lines);
    }

    /** Whether the next payer gets it from this one. */
    boolean isForwarded() {
        return status.length() == 2 && !isReversal();
    }

    boolean isReversal() {
        return status.equals(REVERSAL);
    }

    long paidCents() {
        return chargeCents
                - AdjustedLine.total(adjustments)
                - lines.stream()
                        .mapToLong(line -> AdjustedLine.total(line.adjustments()))
                        .sum();
    }

    long patientCents() {
        return lines.stream()
                        .flatMap(line -> line.adjustments().stream())
                        .filter(adjustment -> adjustment.group().equals("PR"))
                        .mapToLong(Adjustment::cents)
                        .sum()
                + adjustments.stream()
                        .filter(adjustment -> adjustment.group().equals("PR"))
                        .mapToLong(Adjustment::cents)
                        .sum();
    }

    long allowedCents() {
        return lines.stream().mapToLong(AdjustedLine::allowedCents).sum();
    }

    /** The claim taken back, every amount with the other sign. */
    AdjudicatedClaim reversed() {
        return new AdjudicatedClaim(
                claim,
                REVERSAL,
                payerClaimNumber,
                -chargeCents,
                adjustments.stream().map(Adjustment::reversed).toList(),
                lines.stream().map(AdjustedLine::reversed).toList(),
                null,
                null);
    }

    /** This claim as the correction of another, under a number of its own. */
    AdjudicatedClaim correcting(AdjudicatedClaim first) {
        return new AdjudicatedClaim(
                claim,
                status,
                first.payerClaimNumber + "C1",
                chargeCents,
                adjustments,
                lines,
                first.payerClaimNumber,
                null);
    }
}
