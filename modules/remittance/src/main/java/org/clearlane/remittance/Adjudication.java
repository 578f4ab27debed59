package org.clearlane.remittance;

import java.util.List;
import java.util.Optional;
import org.clearlane.model.ledger.ClaimState;
import org.clearlane.model.remittance.Adjustment;
import org.clearlane.model.remittance.ClaimPayment;
import org.clearlane.model.remittance.LinePayment;

/**
 * The state that one claim payment, taken alone, gives its claim.
 *
 * <ul>
 *   <li>CLP02 22 is REVERSED; CLP02 4 is DENIED whatever the lines say.
 *   <li>CLP02 23 (not ours, forwarded) and 25 (predetermination) decide nothing: no state.
 *   <li>PAID: every line is paid or settled, and nothing but agreed, patient's and earlier payers' amounts is missing. A
 *       claim that the payer settled wholly out of the patient's deductible is PAID too: it is adjudicated to the end,
 *       and what is open is open with the patient, not with the payer.
 *   <li>DENIED: nothing was paid, and every line that had a charge was refused.
 *   <li>PARTLY_PAID: anything between, a paid line that was cut for another reason than the contract among it.
 * </ul>
 */
public final class Adjudication {

    private Adjudication() {}

    /** The state, or empty where the payment decides nothing. */
    public static Optional<ClaimState> of(ClaimPayment payment) {
        return switch (payment.status()) {
            case "22" -> Optional.of(ClaimState.REVERSED);
            case "4" -> Optional.of(ClaimState.DENIED);
            case "23", "25" -> Optional.empty();
            default -> Optional.of(byLines(payment));
        };
    }

    private static ClaimState byLines(ClaimPayment payment) {
        boolean refused = refuses(payment.adjustments());
        int refusedLines = 0;
        int goodLines = 0;
        for (LinePayment line : payment.lines()) {
            boolean lineRefused = refuses(line.adjustments());
            refused |= lineRefused;
            if (line.paid().isZero() && lineRefused) {
                refusedLines++;
            } else if (!line.charge().isZero()) {
                goodLines++;
            }
        }
        if (!refused) {
            return ClaimState.PAID;
        }
        boolean nothingGood = goodLines == 0 || refuses(payment.adjustments()) && refusedLines == 0;
        return payment.paid().isZero() && nothingGood ? ClaimState.DENIED : ClaimState.PARTLY_PAID;
    }

    private static boolean refuses(List<Adjustment> adjustments) {
        for (Adjustment adjustment : adjustments) {
            if (!adjustment.amount().isZero() && AdjustmentKind.of(adjustment) == AdjustmentKind.REFUSED) {
                return true;
            }
        }
        return false;
    }
}
