package org.clearlane.remittance;

import java.util.List;
import java.util.Optional;
import org.clearlane.model.Money;
import org.clearlane.model.remittance.Adjustment;
import org.clearlane.model.remittance.ClaimPayment;
import org.clearlane.model.remittance.Fact;
import org.clearlane.model.remittance.LinePayment;

/**
 * What the payer lets a service be worth: as it says itself (AMT*B6 of the line), else what was paid by it, by earlier
 * payers and by the patient as deductible, coinsurance or copay.
 *
 * @param amount signed as the payment is
 * @param stated whether the payer says so itself
 */
public record Allowed(Money amount, boolean stated) {

    /** Of one line. */
    public static Allowed of(LinePayment line) {
        Optional<Money> said = line.detail().amounts().stream()
                .filter(fact -> fact.name().equals("B6"))
                .findFirst()
                .flatMap(Fact::amount);
        return said.map(amount -> new Allowed(amount, true))
                .orElseGet(() -> new Allowed(line.paid().plus(borne(line.adjustments())), false));
    }

    /** Of a whole claim: the sum of its lines, less what is adjusted of the claim as a whole; worked out where there are no lines. */
    public static Allowed of(ClaimPayment claim) {
        if (claim.lines().isEmpty()) {
            return new Allowed(claim.paid().plus(borne(claim.adjustments())), false);
        }
        Money sum = Money.ZERO;
        boolean stated = claim.adjustments().isEmpty();
        for (LinePayment line : claim.lines()) {
            Allowed allowed = of(line);
            sum = sum.plus(allowed.amount);
            stated &= allowed.stated;
        }
        for (Adjustment adjustment : claim.adjustments()) {
            sum = isBorne(adjustment) ? sum : sum.minus(adjustment.amount());
        }
        return new Allowed(sum, stated);
    }

    private static Money borne(List<Adjustment> adjustments) {
        Money sum = Money.ZERO;
        for (Adjustment adjustment : adjustments) {
            sum = isBorne(adjustment) ? sum.plus(adjustment.amount()) : sum;
        }
        return sum;
    }

    /** Somebody else pays this part of what is allowed. */
    private static boolean isBorne(Adjustment adjustment) {
        return switch (AdjustmentKind.of(adjustment)) {
            case PATIENT_SHARE, PRIOR_PAYER -> true;
            case AGREED, REFUSED -> false;
        };
    }
}
