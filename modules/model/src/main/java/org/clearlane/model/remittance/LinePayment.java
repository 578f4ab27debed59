package org.clearlane.model.remittance;

import java.util.List;
import org.clearlane.model.Money;

/**
 * What was decided about one service line (loop 2110).
 *
 * @param qualifier SVC01-1
 * @param procedure SVC01-2
 * @param modifiers SVC01-3 to SVC01-6, those present
 * @param charge SVC02
 * @param paid SVC03
 * @param units SVC05 as sent, empty when not sent (which means 1)
 * @param serviceDate DTM*472 as CCYYMMDD, or empty
 * @param lineControlNumber REF*6R, or empty
 * @param adjustments CAS of the line, one per triplet
 * @param remarks LQ*HE remark codes
 * @param submittedProcedure SVC06-2: the procedure that was sent, where the payer answers with another (bundling,
 *     unbundling), else empty
 * @param detail everything else that was sent
 */
public record LinePayment(
        String qualifier,
        String procedure,
        List<String> modifiers,
        Money charge,
        Money paid,
        String units,
        String serviceDate,
        String lineControlNumber,
        List<Adjustment> adjustments,
        List<String> remarks,
        String submittedProcedure,
        LineDetail detail) {

    public LinePayment {
        modifiers = List.copyOf(modifiers);
        adjustments = List.copyOf(adjustments);
        remarks = List.copyOf(remarks);
    }

    /** A line answered under the procedure that was sent. */
    public LinePayment(
            String qualifier,
            String procedure,
            List<String> modifiers,
            Money charge,
            Money paid,
            String units,
            String serviceDate,
            String lineControlNumber,
            List<Adjustment> adjustments,
            List<String> remarks) {
        this(
                qualifier,
                procedure,
                modifiers,
                charge,
                paid,
                units,
                serviceDate,
                lineControlNumber,
                adjustments,
                remarks,
                "",
                LineDetail.NONE);
    }
}
