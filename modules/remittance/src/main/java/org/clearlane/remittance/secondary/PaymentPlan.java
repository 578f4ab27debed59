package org.clearlane.remittance.secondary;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.clearlane.model.Money;

/**
 * A balance paid month by month, exact to the cent: all installments are equal but the last, which takes the remainder.
 *
 * @param installments in order
 */
public record PaymentPlan(List<Installment> installments) {

    /** Longer plans are contracts of another kind. */
    public static final int MOST_INSTALLMENTS = 60;

    /**
     * One payment.
     *
     * @param number from 1
     */
    public record Installment(int number, LocalDate due, Money amount) {}

    public PaymentPlan {
        installments = List.copyOf(installments);
    }

    /**
     * Makes one.
     *
     * @param balance more than nothing, and at least a cent an installment
     * @param first the day of the first; the others fall on the same day of the months behind, or on the month's last
     * @throws IllegalArgumentException when the balance cannot be shared out so
     */
    public static PaymentPlan of(Money balance, int installments, LocalDate first) {
        if (installments < 1 || installments > MOST_INSTALLMENTS) {
            throw new IllegalArgumentException("a plan has 1 to " + MOST_INSTALLMENTS + " installments");
        }
        if (balance.cents() < installments) {
            throw new IllegalArgumentException("there is less than a cent for each installment");
        }
        long each = balance.cents() / installments;
        List<Installment> all = new ArrayList<>();
        for (int i = 0; i < installments; i++) {
            long cents = i < installments - 1 ? each : balance.cents() - each * (installments - 1);
            all.add(new Installment(i + 1, first.plusMonths(i), new Money(cents)));
        }
        return new PaymentPlan(all);
    }
}
