package org.clearlane.custody;

/** Amounts as counts of cents, and their one way into text. */
final class Cents {

    /** What an amount of X12 may hold at the most before the point. */
    private static final int MOST_WHOLE_DIGITS = 15;

    private Cents() {}

    /** With two decimals, for example {@code -0.05}. */
    static String text(long cents) {
        String digits = Long.toString(Math.abs(cents));
        if (digits.length() < 3) {
            digits = "0".repeat(3 - digits.length()) + digits;
        }
        int point = digits.length() - 2;
        return (cents < 0 ? "-" : "") + digits.substring(0, point) + "." + digits.substring(point);
    }

    /** An X12 decimal as cents; null for what is no exact amount of dollars and cents. */
    static Long parse(String text) {
        boolean negative = text.startsWith("-");
        String digits = negative ? text.substring(1) : text;
        int point = digits.indexOf('.');
        String whole = point < 0 ? digits : digits.substring(0, point);
        String fraction = point < 0 ? "" : digits.substring(point + 1);
        if (whole.isEmpty() && fraction.isEmpty() || whole.length() > MOST_WHOLE_DIGITS) {
            return null;
        }
        if (!digitsOnly(whole) || !digitsOnly(fraction)) {
            return null;
        }
        if (fraction.length() > 2) {
            if (!fraction.substring(2).chars().allMatch(c -> c == '0')) {
                return null;
            }
            fraction = fraction.substring(0, 2);
        }
        long cents = Long.parseLong("0" + whole + (fraction + "00").substring(0, 2));
        return negative ? -cents : cents;
    }

    private static boolean digitsOnly(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
