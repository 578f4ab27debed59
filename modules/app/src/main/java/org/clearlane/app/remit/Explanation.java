package org.clearlane.app.remit;

import java.io.IOException;
import java.util.List;
import org.clearlane.model.remittance.ClaimPayment;
import org.clearlane.model.remittance.KeptSegment;
import org.clearlane.model.remittance.PaymentHeader;
import org.clearlane.model.remittance.ProviderAdjustment;
import org.clearlane.remittance.RemittanceVerdict;

/** One way to show an 835: told of each payment while it is read. */
interface Explanation {

    /** A payment begins. */
    void payment(PaymentHeader header) throws IOException;

    /** A segment of the payment, outside its claims, for which nothing else here has a word. */
    default void kept(KeptSegment segment) throws IOException {}

    /**
     * One claim of the payment.
     *
     * @param balanced whether its amounts could be read and add up
     */
    void claim(ClaimPayment claim, boolean balanced) throws IOException;

    /** The payment ends. */
    void end(List<ProviderAdjustment> providerAdjustments, PaymentVerdict verdict) throws IOException;

    /** The file ends. */
    default void end(RemitVerdict verdict) throws IOException {}

    /**
     * What is to be said of one payment.
     *
     * @param sums whether it adds up, with what could be read
     * @param readable whether all amounts and the payment's identity could be read
     * @param whole whether it was sent to its end
     */
    record PaymentVerdict(RemittanceVerdict sums, boolean readable, boolean whole) {

        boolean balanced() {
            return sums.balanced() && readable && whole;
        }
    }

    /**
     * What is to be said of the file.
     *
     * @param payments how many there are
     * @param balanced how many of them balance
     * @param whole whether nothing is missing behind the last of them, as far as anybody can tell
     */
    record RemitVerdict(int payments, int balanced, boolean whole) {

        boolean good() {
            return payments == balanced && whole;
        }
    }
}
