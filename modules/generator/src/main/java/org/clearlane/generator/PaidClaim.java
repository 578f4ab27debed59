package org.clearlane.generator;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * A claim payment, 835 2100. What is paid follows from charge and adjustments, so that it always balances.
 *
 * @param number of the claim, from 1
 * @param status CLP02
 * @param payerNumber CLP07
 * @param corrects the payer's number of the claim that this one corrects (REF*F8), or empty
 * @param service day of service
 * @param charge CLP03 in cents
 * @param adjustments CAS of the claim itself
 * @param lines empty where the payer decided on the claim as a whole
 */
record PaidClaim(
        long number,
        String status,
        String payerNumber,
        String corrects,
        LocalDate service,
        long charge,
        List<PaidAdjustment> adjustments,
        List<PaidLine> lines) {

    static final String PROCESSED = "1";
    static final String DENIED = "4";
    static final String REVERSED = "22";

    PaidClaim {
        adjustments = List.copyOf(adjustments);
        lines = List.copyOf(lines);
    }

    private Stream<PaidAdjustment> all() {
        return Stream.concat(adjustments.stream(), lines.stream().flatMap(line -> line.adjustments().stream()));
    }

    /** CLP04. */
    long paid() {
        return charge - all().mapToLong(PaidAdjustment::cents).sum();
    }

    /** CLP05. */
    long patientOwes() {
        return all().filter(PaidAdjustment::isPatients)
                .mapToLong(PaidAdjustment::cents)
                .sum();
    }

    boolean isReversal() {
        return status.equals(REVERSED);
    }

    PaidClaim reversed() {
        return new PaidClaim(
                number,
                REVERSED,
                payerNumber,
                "",
                service,
                -charge,
                adjustments.stream().map(PaidAdjustment::reversed).toList(),
                lines.stream().map(PaidLine::reversed).toList());
    }
}
