package org.clearlane.edits;

/** Quantities as sent, looked at without making numbers of them. Structure has said when one is no number at all. */
public final class Quantity {

    private Quantity() {}

    /** Whether this is a number above zero. */
    public static boolean isPositive(String number) {
        boolean some = false;
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            if (c == '-') {
                return false;
            }
            some |= c >= '1' && c <= '9';
        }
        return some;
    }

    /** Whether this is a number without a part behind the point. */
    public static boolean isWhole(String number) {
        int point = number.indexOf('.');
        return point < 0 || !isPositive(number.substring(point + 1));
    }

    /** The digits before the point, leading zeros left out. */
    public static int digitsBeforePoint(String number) {
        int digits = 0;
        for (int i = 0; i < number.length() && number.charAt(i) != '.'; i++) {
            char c = number.charAt(i);
            if (c >= '0' && c <= '9' && (c != '0' || digits > 0)) {
                digits++;
            }
        }
        return digits;
    }

    /** The whole number before the point; 0 when there is none or it is beyond reason. */
    public static int whole(String number) {
        int value = 0;
        if (digitsBeforePoint(number) > 8) {
            return 0;
        }
        for (int i = 0; i < number.length() && number.charAt(i) != '.'; i++) {
            char c = number.charAt(i);
            if (c < '0' || c > '9') {
                return 0;
            }
            value = value * 10 + (c - '0');
        }
        return value;
    }
}
