package org.clearlane.remittance.reassociation;

import java.time.LocalDate;
import org.clearlane.model.Money;

/**
 * An 835 waiting for its money.
 *
 * @param id {@code era_…}
 * @param trace TRN02
 * @param payerTaxId TRN03
 * @param payerName N102 of N1*PR
 * @param amount BPR02
 * @param method BPR04
 * @param date BPR16, or null
 */
public record EraHalf(
        String id, String trace, String payerTaxId, String payerName, Money amount, String method, LocalDate date) {

    /** Whether a bank's entry is to be expected at all: no cheque, and not a notice that nothing is paid. */
    public boolean movesThroughTheBank() {
        return !method.equals("CHK") && !method.equals("NON");
    }
}
