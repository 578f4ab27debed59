package org.clearlane.generator;

/** National provider identifiers: ten digits, the last a Luhn check digit over 80840 and the nine before it. */
final class Npi {

    /** What the five digits 80840 in front add to the Luhn sum. */
    private static final int PREFIX_SUM = 24;

    private Npi() {}

    /** The NPI that begins with these nine digits. */
    static String of(int nineDigits) {
        String digits = "%09d".formatted(nineDigits);
        int sum = PREFIX_SUM;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            // From the right, the digit beside the check digit is the first to be doubled.
            int weighted = i % 2 == 0 ? 2 * digit : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return digits + (10 - sum % 10) % 10;
    }

    /** The same digits with a check digit that is wrong. */
    static String wrong(int nineDigits) {
        String good = of(nineDigits);
        int check = good.charAt(9) - '0';
        return good.substring(0, 9) + (check + 1) % 10;
    }
}
