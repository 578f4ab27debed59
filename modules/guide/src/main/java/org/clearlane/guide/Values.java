package org.clearlane.guide;

/** Whether bytes are a number, a real date, a time. Nothing here makes an object. */
final class Values {

    private Values() {}

    static boolean isDigits(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return false;
            }
        }
        return from < to;
    }

    /**
     * How many digits a number has, its sign and point not counted; -1 when it is none.
     *
     * @param point whether a decimal point may stand in it
     */
    static int digitsOfNumber(byte[] bytes, int from, int to, boolean point) {
        int digits = 0;
        int points = 0;
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            if (b >= '0' && b <= '9') {
                digits++;
            } else if (b == '.' && point) {
                points++;
            } else if (b != '-' || i != from) {
                return -1;
            }
        }
        return digits > 0 && points < 2 ? digits : -1;
    }

    private static int number(byte[] bytes, int from, int length) {
        int value = 0;
        for (int i = from; i < from + length; i++) {
            value = value * 10 + bytes[i] - '0';
        }
        return value;
    }

    /** CCYYMMDD, or YYMMDD where six digits are all there is (then every 29 February counts as real in years divisible by 4). */
    static boolean isDate(byte[] bytes, int from, int to) {
        int length = to - from;
        if ((length != 8 && length != 6) || !isDigits(bytes, from, to)) {
            return false;
        }
        int year = length == 8 ? number(bytes, from, 4) : 2000 + number(bytes, from, 2);
        int month = number(bytes, to - 4, 2);
        int day = number(bytes, to - 2, 2);
        return year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
    }

    private static int daysIn(int year, int month) {
        return switch (month) {
            case 4, 6, 9, 11 -> 30;
            case 2 -> year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
            default -> 31;
        };
    }

    /** HHMM, HHMMSS, HHMMSSD or HHMMSSDD. */
    static boolean isTime(byte[] bytes, int from, int to) {
        int length = to - from;
        if ((length != 4 && (length < 6 || length > 8)) || !isDigits(bytes, from, to)) {
            return false;
        }
        return number(bytes, from, 2) < 24
                && number(bytes, from + 2, 2) < 60
                && (length == 4 || number(bytes, from + 4, 2) < 60);
    }

    /** Whether a period is written as the format qualifier (data element 1250) says; formats we do not know pass. */
    static boolean isPeriod(byte[] bytes, int formatFrom, int formatTo, int from, int to) {
        if (is("D8", bytes, formatFrom, formatTo)) {
            return to - from == 8 && isDate(bytes, from, to);
        }
        if (is("RD8", bytes, formatFrom, formatTo)) {
            return to - from == 17
                    && bytes[from + 8] == '-'
                    && isDate(bytes, from, from + 8)
                    && isDate(bytes, from + 9, to)
                    && number(bytes, from, 8) <= number(bytes, from + 9, 8);
        }
        if (is("DT", bytes, formatFrom, formatTo)) {
            return to - from == 12 && isDate(bytes, from, from + 8) && isTime(bytes, from + 8, to);
        }
        if (is("TM", bytes, formatFrom, formatTo)) {
            return to - from == 4 && isTime(bytes, from, to);
        }
        return true;
    }

    private static boolean is(String expected, byte[] bytes, int from, int to) {
        if (to - from != expected.length()) {
            return false;
        }
        for (int i = 0; i < expected.length(); i++) {
            if (bytes[from + i] != expected.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
