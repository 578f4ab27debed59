package org.clearlane.generator;

import java.util.List;

/**
 * A service payment, 835 2110. What is paid follows from the charge, so that it always balances.
 *
 * @param procedure SVC01-2
 * @param charge SVC02 in cents
 * @param adjustments its CAS
 */
record PaidLine(String procedure, long charge, List<PaidAdjustment> adjustments) {

    PaidLine {
        adjustments = List.copyOf(adjustments);
    }

    long paid() {
        return charge - adjustments.stream().mapToLong(PaidAdjustment::cents).sum();
    }

    long patientOwes() {
        return adjustments.stream()
                .filter(PaidAdjustment::isPatients)
                .mapToLong(PaidAdjustment::cents)
                .sum();
    }

    PaidLine reversed() {
        return new PaidLine(
                procedure,
                -charge,
                adjustments.stream().map(PaidAdjustment::reversed).toList());
    }
}
