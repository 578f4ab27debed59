package org.clearlane.console.screens.remittances;

import java.util.List;
import org.clearlane.console.screens.remittances.RemittancePage.Adjusted;
import org.clearlane.console.screens.remittances.RemittancePage.PaymentRow;
import org.clearlane.console.screens.remittances.RemittancePage.Proof;
import org.clearlane.model.Money;

/**
 * One claim of a remittance, in words.
 *
 * @param remarks of the claim as a whole, in words
 * @param proofs its balances as arithmetic
 * @param history all payments about the same claim, in the order they came
 */
public record PaymentPage(
        String remittanceId,
        String trace,
        String payerName,
        PaymentRow row,
        String payerControlNumber,
        String matchedBy,
        String forwardedTo,
        List<String> remarks,
        List<Line> lines,
        List<Proof> proofs,
        List<Told> history) {

    public PaymentPage {
        remarks = List.copyOf(remarks);
        lines = List.copyOf(lines);
        proofs = List.copyOf(proofs);
        history = List.copyOf(history);
    }

    /** What all payments that count come to. */
    public Money paidInAll() {
        Money sum = Money.ZERO;
        for (Told told : history) {
            sum = told.posted() ? sum.plus(told.paid()) : sum;
        }
        return sum;
    }

    /** A service line. */
    public record Line(
            int number,
            String procedure,
            String serviceDate,
            String units,
            Money charge,
            Money paid,
            List<Adjusted> adjustments,
            List<String> remarks) {

        public Line {
            adjustments = List.copyOf(adjustments);
            remarks = List.copyOf(remarks);
        }

        /** The line's own balance. */
        public Proof proof() {
            Money adjusted = Money.ZERO;
            for (Adjusted adjustment : adjustments) {
                adjusted = adjusted.plus(adjustment.amount());
            }
            return Proof.of("Line " + number, "charge", charge, "adjustments", adjusted, "paid", paid);
        }
    }

    /** A payment about the same claim. */
    public record Told(
            String remittanceId,
            int ordinal,
            String decided,
            Money charge,
            Money paid,
            String outcome,
            boolean posted) {}
}
