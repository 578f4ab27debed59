package org.clearlane.model;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * An amount of US dollars, exact to the cent. Never a binary fraction: it is a count of cents.
 *
 * @param cents the amount in cents, negative for money that is taken back
 */
public record Money(long cents) implements Comparable<Money> {

    public static final Money ZERO = new Money(0);

    /** What an X12 amount may hold at the most: 15 digits before the point. Larger ones are data errors. */
    private static final int MOST_WHOLE_DIGITS = 15;

    /**
     * Reads an X12 decimal (type R): an optional minus sign, digits, and at most one point with up to two significant
     * digits behind it ({@code 12}, {@code 12.5}, {@code .50}, {@code -3.00}, {@code 12.}). Empty for anything else: an
     * exponent, a thousands separator, a plus sign, a third decimal that is not zero, or no digit at all.
     */
    public static Optional<Money> parse(String text) {
        int at = 0;
        boolean negative = false;
        if (!text.isEmpty() && text.charAt(0) == '-') {
            negative = true;
            at = 1;
        }
        long cents = 0;
        int whole = 0;
        int decimals = -1;
        int digits = 0;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '.' && decimals < 0) {
                decimals = 0;
            } else if (c >= '0' && c <= '9') {
                digits++;
                if (decimals < 0) {
                    if (++whole > MOST_WHOLE_DIGITS) {
                        return Optional.empty();
                    }
                    cents = cents * 10 + (c - '0');
                } else if (decimals < 2) {
                    decimals++;
                    cents = cents * 10 + (c - '0');
                } else if (c != '0') {
                    return Optional.empty();
                }
            } else {
                return Optional.empty();
            }
        }
        if (digits == 0) {
            return Optional.empty();
        }
        for (int i = Math.max(decimals, 0); i < 2; i++) {
            cents *= 10;
        }
        return Optional.of(new Money(negative ? -cents : cents));
    }

    /** As {@link #parse}, for text that is known to be an amount. */
    public static Money of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("not an amount of dollars and cents"));
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(cents, other.cents));
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(cents, other.cents));
    }

    public Money negated() {
        return new Money(Math.negateExact(cents));
    }

    public boolean isZero() {
        return cents == 0;
    }

    public boolean isNegative() {
        return cents < 0;
    }

    /** The same amount for {@code numeric} columns. */
    public BigDecimal toBigDecimal() {
        return BigDecimal.valueOf(cents, 2);
    }

    /** With two decimals and no grouping, for example {@code 1234.50}: for JSON, CSV and people. */
    @Override
    public String toString() {
        return toBigDecimal().toPlainString();
    }

    /** As X12 writes amounts: no trailing zeros, no point for whole dollars, for example {@code 1234.5}. */
    public String toX12() {
        long whole = Math.abs(cents / 100);
        long rest = Math.abs(cents % 100);
        String sign = cents < 0 ? "-" : "";
        if (rest == 0) {
            return sign + whole;
        }
        return rest % 10 == 0 ? sign + whole + "." + rest / 10 : sign + whole + "." + (rest < 10 ? "0" : "") + rest;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(cents, other.cents);
    }
}
