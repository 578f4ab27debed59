package org.clearlane.console.screens.remittances;

import java.time.Instant;
import java.util.List;
import org.clearlane.model.Money;

/**
 * One remittance as somebody may see it.
 *
 * @param head what the list says too
 * @param claimsTotal how many claims it has; -1 where that is not said
 * @param acceptedFrom as which it was held before, or null
 * @param proofs its balances as arithmetic, the whole payment's first
 * @param parts which part went to whom
 * @param adjustments money outside any claim
 * @param payments some of its claims, those of the practice that looks
 * @param next the address of the claims that follow, or null
 * @param decisions what somebody decided about it
 * @param explained whether it can be had as a page and a PDF
 */
public record RemittancePage(
        RemittanceRow head,
        int claimsTotal,
        String acceptedFrom,
        List<Proof> proofs,
        List<Part> parts,
        List<Outside> adjustments,
        List<PaymentRow> payments,
        String next,
        List<Decision> decisions,
        boolean explained) {

    public RemittancePage {
        proofs = List.copyOf(proofs);
        parts = List.copyOf(parts);
        adjustments = List.copyOf(adjustments);
        payments = List.copyOf(payments);
        decisions = List.copyOf(decisions);
    }

    /** What the parts come to. */
    public Money shared() {
        Money sum = Money.ZERO;
        for (Part part : parts) {
            sum = sum.plus(part.amount());
        }
        return sum;
    }

    /**
     * A balance.
     *
     * @param level what it is a balance of
     * @param arithmetic its figures
     * @param difference by how much it does not hold
     */
    public record Proof(String level, String arithmetic, Money difference) {

        public boolean holds() {
            return difference.isZero();
        }

        /** The figures of a sum of three: {@code a − b = c}, and what it is off by. */
        static Proof of(String level, String first, Money a, String second, Money b, String third, Money c) {
            Money difference = a.minus(b).minus(c);
            return new Proof(
                    level,
                    first + " " + a + " − " + second + " " + b + (difference.isZero() ? " = " : " ≠ ") + third + " "
                            + c,
                    difference);
        }
    }

    /**
     * A part of the payment.
     *
     * @param whose a practice's name, or in words what is nobody's or others'
     * @param arithmetic how it comes about, or empty
     */
    public record Part(String whose, Money amount, String arithmetic) {}

    /** Money moved outside any claim; a positive amount lowers the payment. */
    public record Outside(String reason, String words, String mend, String identifier, String whose, Money amount) {

        /** What it does to the payment. */
        public String effect() {
            return amount.isNegative() ? "added $" + amount.negated() : "taken off $" + amount;
        }
    }

    /**
     * A claim of the payment.
     *
     * @param claimId ours; null where it fits none
     * @param decided CLP02 in words
     * @param counts what became of it here, in words
     * @param others other payments about the same claim, so that a reversal stands beside its correction
     */
    public record PaymentRow(
            int ordinal,
            String patientControlNumber,
            String claimId,
            String decided,
            Money charge,
            Money adjusted,
            Money paid,
            Money patient,
            String counts,
            boolean posted,
            List<Adjusted> adjustments,
            List<Sibling> others) {

        public PaymentRow {
            adjustments = List.copyOf(adjustments);
            others = List.copyOf(others);
        }

        /** The claim's own balance. */
        public Proof proof() {
            return Proof.of("Claim", "charge", charge, "adjustments", adjusted, "paid", paid);
        }
    }

    /**
     * An adjustment in words.
     *
     * @param line the line of the payment, 0 for the claim as a whole
     * @param bearer who bears it
     */
    public record Adjusted(int line, String code, Money amount, String words, String bearer, String mend) {}

    /** Another payment about the same claim. */
    public record Sibling(String remittanceId, int ordinal, boolean reversal, Money paid, boolean posted) {

        public String words() {
            return reversal ? "takes back" : "pays";
        }
    }

    /** What somebody decided. */
    public record Decision(Instant at, String kind, String actor, String reason, String detail) {

        public String words() {
            return kind.equals("ACCEPTED") ? "Accepted with its difference" : "Counts although it does not add up";
        }
    }
}
