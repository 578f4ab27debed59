package org.clearlane.edits.professional;

/**
 * The check digit of the National Provider Identifier: Luhn over the ten digits with 80840 before them, the prefix of
 * US health identifiers on ISO 7812 cards.
 */
final class NpiCheckDigit {

    /** What the digits of 80840 add to the Luhn sum. */
    private static final int PREFIX_SUM = 24;

    private NpiCheckDigit() {}

    static boolean holds(String npi) {
        if (npi.length() != 10) {
            return false;
        }
        int sum = PREFIX_SUM;
        for (int i = 0; i < 10; i++) {
            int digit = npi.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return false;
            }
            // Counted from the right, every second digit is doubled: with ten digits, those at even indexes.
            if (i % 2 == 0) {
                digit *= 2;
                digit = digit > 9 ? digit - 9 : digit;
            }
            sum += digit;
        }
        return sum % 10 == 0;
    }
}
