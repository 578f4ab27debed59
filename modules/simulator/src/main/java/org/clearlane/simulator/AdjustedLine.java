package org.clearlane.simulator;

import java.util.List;

/**
 * A service line after adjudication: {@code charge − Σ adjustments = paid}.
 *
 * @param line as received
 * @param chargeCents SVC02; negative in a reversal
 * @param allowedCents AMT*B6
 * @param adjustments CAS of the line
 * @param remark LQ*HE, or null
 */
record AdjustedLine(
        ReceivedLine line, long chargeCents, long allowedCents, List<Adjustment> adjustments, String remark) {

    /**
     * One triplet of a CAS.
     *
     * @param group CO, OA, PI or PR
     * @param reason CARC
     * @param cents what it takes off the charge
     */
    record Adjustment(String group, String reason, long cents) {
        Adjustment reversed() {
            return new Adjustment(group, reason, -cents);
        }
    }

    AdjustedLine {
        adjustments = List.copyOf(adjustments);
    }

    long paidCents() {
        return chargeCents - total(adjustments);
    }

    AdjustedLine reversed() {
        return new AdjustedLine(
                line,
                -chargeCents,
                -allowedCents,
                adjustments.stream().map(Adjustment::reversed).toList(),
                null);
    }

    static long total(List<Adjustment> adjustments) {
        return adjustments.stream().mapToLong(Adjustment::cents).sum();
    }
}
