package org.clearlane.generator;

/** Amounts, kept as whole cents. */
final class Cents {

    private Cents() {}

    /** As X12 writes amounts: no trailing zeros behind the point, no point without digits behind it. */
    static String written(long cents) {
        long size = Math.abs(cents);
        String sign = cents < 0 ? "-" : "";
        long whole = size / 100;
        long rest = size % 100;
        if (rest == 0) {
            return sign + whole;
        }
        return sign + (rest % 10 == 0 ? whole + "." + rest / 10 : whole + "." + rest / 10 + rest % 10);
    }
}
