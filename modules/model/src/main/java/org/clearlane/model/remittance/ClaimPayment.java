package org.clearlane.model.remittance;

import java.util.List;
import org.clearlane.model.Money;

/**
 * What was decided about one claim (loop 2100).
 *
 * @param patientControlNumber CLP01
 * @param status CLP02: 1 primary, 2 secondary, 3 tertiary, 4 denied, 19–21 forwarded, 22 reversal, 23 not ours
 * @param charge CLP03
 * @param paid CLP04
 * @param patientResponsibility CLP05, ZERO when not sent
 * @param filingIndicator CLP06
 * @param payerControlNumber CLP07
 * @param renderingNpi NM109 of NM1*82 when NM108 is XX, else empty: tells practices of a shared payment apart
 * @param serviceFrom DTM*232 as CCYYMMDD, or the earliest DTM*472 of the lines, or empty
 * @param adjustments CAS at claim level, one per triplet
 * @param lines loop 2110
 * @param segments the claim's own segments as sent, CLP to the last of its loop, without terminators
 * @param detail everything else that was sent
 */
public record ClaimPayment(
        String patientControlNumber,
        String status,
        Money charge,
        Money paid,
        Money patientResponsibility,
        String filingIndicator,
        String payerControlNumber,
        String renderingNpi,
        String serviceFrom,
        List<Adjustment> adjustments,
        List<LinePayment> lines,
        List<String> segments,
        ClaimDetail detail) {

    public ClaimPayment {
        adjustments = List.copyOf(adjustments);
        lines = List.copyOf(lines);
        segments = List.copyOf(segments);
    }

    /** A claim payment of which only the money is told. */
    public ClaimPayment(
            String patientControlNumber,
            String status,
            Money charge,
            Money paid,
            Money patientResponsibility,
            String filingIndicator,
            String payerControlNumber,
            String renderingNpi,
            String serviceFrom,
            List<Adjustment> adjustments,
            List<LinePayment> lines,
            List<String> segments) {
        this(
                patientControlNumber,
                status,
                charge,
                paid,
                patientResponsibility,
                filingIndicator,
                payerControlNumber,
                renderingNpi,
                serviceFrom,
                adjustments,
                lines,
                segments,
                ClaimDetail.NONE);
    }

    /** Whether an earlier payment is taken back (CLP02 22). */
    public boolean isReversal() {
        return status.equals("22");
    }
}
