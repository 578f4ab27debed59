package org.clearlane.remittance.fee;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.clearlane.model.Money;
import org.clearlane.model.remittance.Adjustment;
import org.clearlane.remittance.AdjustmentKind;

/**
 * A service the payer accepted and allowed less for than the contract says.
 *
 * @param expected the fee for its units, or the charge where that is less
 * @param allowed as the payer says, or as it follows from what it paid and left to others
 * @param by the difference, more than nothing
 */
public record Underpayment(Money expected, Money allowed, Money by) {

    /**
     * Judges one line.
     *
     * @param stated what the payer says it allows (AMT*B6), or null
     * @param units SVC05, empty for one
     * @return empty where it is paid as agreed, refused (that is a denial, not an underpayment), or its units are no number
     */
    public static Optional<Underpayment> of(
            Money fee, String units, Money charge, Money paid, Money stated, List<Adjustment> adjustments) {
        Money allowed = paid;
        for (Adjustment adjustment : adjustments) {
            switch (AdjustmentKind.of(adjustment)) {
                case PATIENT_SHARE, PRIOR_PAYER -> allowed = allowed.plus(adjustment.amount());
                case REFUSED -> {
                    if (!adjustment.amount().isZero()) {
                        return Optional.empty();
                    }
                }
                case AGREED -> {
                    // Lowers the charge to what is allowed.
                }
            }
        }
        if (stated != null) {
            allowed = stated;
        }
        if (charge.cents() <= 0 || !units.isEmpty() && !units.matches("\\d{1,6}(\\.\\d{1,4})?")) {
            return Optional.empty();
        }
        BigDecimal count = units.isEmpty() ? BigDecimal.ONE : new BigDecimal(units);
        Money full = new Money(fee.toBigDecimal()
                .multiply(count)
                .setScale(2, RoundingMode.HALF_UP)
                .unscaledValue()
                .longValueExact());
        Money expected = full.compareTo(charge) > 0 ? charge : full;
        Money by = expected.minus(allowed);
        return by.cents() > 0 ? Optional.of(new Underpayment(expected, allowed, by)) : Optional.empty();
    }
}
