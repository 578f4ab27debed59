package org.clearlane.remittance;

import java.util.List;
import org.clearlane.model.Money;

/**
 * One balance of an 835 as arithmetic that anybody can check by hand: the sum of the left terms against the sum of the
 * right ones.
 *
 * @param level which balance it is
 * @param subject what it is about, for example {@code claim 26403774} or {@code line 2 (99213)}; may name a claim
 * @param left the terms on the left, signed as they enter the sum
 * @param right the terms on the right
 * @param difference left minus right, to the cent
 * @param balanced whether the difference is nothing
 * @param binding whether a difference forbids posting; the others are shown for information
 */
public record BalanceProof(
        Level level,
        String subject,
        List<Term> left,
        List<Term> right,
        Money difference,
        boolean balanced,
        boolean binding) {

    /** The balances of 005010X221A1, from the smallest to the largest. */
    public enum Level {
        /** SVC02 − Σ CAS of the line = SVC03. */
        LINE,
        /** CLP03 − Σ CAS of the claim and its lines = CLP04. */
        CLAIM,
        /** Σ SVC03 = CLP04; binding only where no CAS stands at claim level. */
        LINES_OF_CLAIM,
        /** CLP05 = Σ PR adjustments; never binding. */
        PATIENT,
        /** TS305 = Σ CLP03 of the loop. */
        PROVIDER_SUMMARY,
        /** Σ CLP04 − Σ PLB = BPR02. */
        TRANSACTION
    }

    /**
     * One amount in a sum.
     *
     * @param name the element it comes from, for example {@code CLP03} or {@code CO-45}
     * @param amount signed as it enters the sum
     */
    public record Term(String name, Money amount) {}

    public BalanceProof {
        left = List.copyOf(left);
        right = List.copyOf(right);
    }

    static BalanceProof of(Level level, String subject, List<Term> left, List<Term> right, boolean binding) {
        Money difference = sum(left).minus(sum(right));
        return new BalanceProof(level, subject, left, right, difference, difference.isZero(), binding);
    }

    private static Money sum(List<Term> terms) {
        Money sum = Money.ZERO;
        for (Term term : terms) {
            sum = sum.plus(term.amount());
        }
        return sum;
    }

    /** Whether it forbids posting. */
    public boolean isBroken() {
        return binding && !balanced;
    }

    /** The proof on one line: {@code CLP03 200.00 − CO-45 40.00 − PR-1 10.00 = CLP04 150.00: balanced}. */
    public String inWords() {
        StringBuilder words = new StringBuilder();
        side(words, left);
        words.append(balanced ? " = " : " ≠ ");
        side(words, right);
        return words.append(balanced ? ": balanced" : ": off by " + difference).toString();
    }

    private static void side(StringBuilder words, List<Term> terms) {
        if (terms.isEmpty()) {
            words.append(Money.ZERO);
        }
        for (int i = 0; i < terms.size(); i++) {
            Term term = terms.get(i);
            boolean minus = i > 0 && term.amount().isNegative();
            if (i > 0) {
                words.append(minus ? " − " : " + ");
            }
            words.append(term.name()).append(' ').append(minus ? term.amount().negated() : term.amount());
        }
    }
}
