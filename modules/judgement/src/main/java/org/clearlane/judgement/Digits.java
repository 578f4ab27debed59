package org.clearlane.judgement;

/** Numbers of envelopes. */
final class Digits {

    private Digits() {}

    /** Whether the text is all digits, so many of them. */
    static boolean isNumber(String text, int fewest, int most) {
        if (text.length() < fewest || text.length() > most) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
