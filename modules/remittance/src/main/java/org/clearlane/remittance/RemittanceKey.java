package org.clearlane.remittance;

import java.util.Locale;
import org.clearlane.model.Money;
import org.clearlane.model.remittance.PaymentHeader;

/**
 * What makes one payment the same as another: its trace, its payer, its amount. A unique constraint over these three
 * and the print is what stops an 835 from being posted twice.
 *
 * @param payer TRN03, else the payer's id, else its name, in capitals without blanks at the ends
 * @param trace TRN02
 * @param amount BPR02
 * @param print what the remittance says about claims and provider adjustments: {@link RemittancePrint}
 */
public record RemittanceKey(String payer, String trace, Money amount, String print) {

    public static RemittanceKey of(PaymentHeader header, String print) {
        String payer = !header.payerTaxId().isBlank()
                ? header.payerTaxId()
                : !header.payerId().isBlank() ? header.payerId() : header.payerName();
        return new RemittanceKey(
                payer.strip().toUpperCase(Locale.ROOT), header.trace().strip(), header.amount(), print);
    }

    /** Whether both tell of the same claims of one payer, but under different traces. */
    public boolean tellsOfSameClaims(RemittanceKey other) {
        return payer.equals(other.payer) && print.equals(other.print) && !trace.equals(other.trace);
    }

    /** Whether both name the same movement of money, whatever they say about claims. */
    public boolean namesSamePayment(RemittanceKey other) {
        return payer.equals(other.payer) && trace.equals(other.trace) && amount.equals(other.amount);
    }
}
