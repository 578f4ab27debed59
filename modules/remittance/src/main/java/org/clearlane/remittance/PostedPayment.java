package org.clearlane.remittance;

import java.util.Optional;
import org.clearlane.model.Money;
import org.clearlane.model.ledger.ClaimState;
import org.clearlane.model.remittance.ClaimPayment;

/**
 * One claim payment as the books keep it. Small enough for a row: everything the net of a claim depends on.
 *
 * @param remittance which payment it came with
 * @param ordinal its place among the claims of that payment, from 1; with {@code remittance} it is the posting's key
 * @param status CLP02
 * @param payerControlNumber CLP07
 * @param charge CLP03, signed as sent
 * @param paid CLP04, signed as sent
 * @param patientShare Σ PR adjustments, signed as sent. CLP05 is not used: reversals do not carry it
 * @param contractual Σ CO adjustments
 * @param otherAdjusted Σ of all other groups
 * @param print what is said of the claim: {@link RemittancePrint#of}; empty for payments kept before there were prints
 * @param decision the state this payment alone gives the claim; empty where it decides nothing
 */
public record PostedPayment(
        String remittance,
        int ordinal,
        String status,
        String payerControlNumber,
        Money charge,
        Money paid,
        Money patientShare,
        Money contractual,
        Money otherAdjusted,
        String print,
        Optional<ClaimState> decision) {

    /**
     * What would be kept of this payment.
     *
     * @param remittance an id that is the same for the same payment, for example {@code era_…}
     */
    public static PostedPayment of(String remittance, int ordinal, ClaimPayment payment) {
        return new PostedPayment(
                remittance,
                ordinal,
                payment.status(),
                payment.payerControlNumber(),
                payment.charge(),
                payment.paid(),
                Balance.adjusted(payment, "PR"),
                Balance.adjusted(payment, "CO"),
                Balance.adjusted(payment, "OA")
                        .plus(Balance.adjusted(payment, "PI"))
                        .plus(Balance.adjusted(payment, "CR")),
                RemittancePrint.of(payment),
                Adjudication.of(payment));
    }

    /** Whether an earlier payment is taken back. */
    public boolean isReversal() {
        return status.equals("22");
    }

    /** Whether both say exactly the same of the claim. */
    boolean repeats(PostedPayment other) {
        return !print.isEmpty() && print.equals(other.print);
    }

    /** Whether this reversal takes back exactly that payment. */
    boolean takesBack(PostedPayment other) {
        return isReversal()
                && !other.isReversal()
                && charge.cents() == -other.charge.cents()
                && paid.cents() == -other.paid.cents();
    }
}
