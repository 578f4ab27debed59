package org.clearlane.transactions.internal;

import org.clearlane.model.Money;

/** Numbers from somebody else's file: what is not one reads as 0. */
public final class Numbers {

    private Numbers() {}

    /** A whole number from 0 to 2,147,483,647; 0 for anything else. */
    public static int whole(String text) {
        long value = wholeLong(text);
        return value > Integer.MAX_VALUE ? 0 : (int) value;
    }

    /** A whole number of up to 18 digits; 0 for anything else. */
    public static long wholeLong(String text) {
        if (text.isEmpty() || text.length() > 18) {
            return 0;
        }
        long value = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return 0;
            }
            value = value * 10 + (c - '0');
        }
        return value;
    }

    /**
     * A sum of amounts from somebody else's file. It stays at the largest amount rather than fail: a hundred claims of
     * fifteen digits are a bad file, not a bug.
     */
    public static Money sum(Money total, Money amount) {
        long cents = total.cents() + amount.cents();
        boolean overflow = ((total.cents() ^ cents) & (amount.cents() ^ cents)) < 0;
        return new Money(overflow ? (amount.cents() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE) : cents);
    }
}
