package org.clearlane.guide;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Whether bytes are a number, a real date, a time. Nothing here makes an object. */
final class Values {

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final int PACKED = 8;

    private static final long D8 = CodeSet.key(new byte[] {'D', '8'}, 0, 2);
    private static final long RD8 = CodeSet.key(new byte[] {'R', 'D', '8'}, 0, 3);
    private static final long DT = CodeSet.key(new byte[] {'D', 'T'}, 0, 2);
    private static final long TM = CodeSet.key(new byte[] {'T', 'M'}, 0, 2);

    private Values() {}

    /** The high bit of each of eight bytes that is no digit, where '0' has been taken off each by exclusive or. */
    private static long notDigits(long figures) {
        return ((figures & 0x7F * ONES) + (0x80 - 10) * ONES | figures) & 0x80 * ONES;
    }

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
        int length = to - from;
        if (length <= PACKED && length > 0 && from + PACKED <= bytes.length) {
            long figures = (long) WORD.get(bytes, from) ^ '0' * ONES;
            long others = notDigits(figures) & -1L >>> 64 - 8 * length;
            if (others == 0) {
                return length;
            }
            boolean one = (others & others - 1) == 0;
            if (one && point && length > 1 && bytes[from + (Long.numberOfTrailingZeros(others) >>> 3)] == '.') {
                return length - 1;
            }
        }
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
        if (length == PACKED) {
            long figures = (long) WORD.get(bytes, from) ^ '0' * ONES;
            // Century, year, month and day, two figures each, in 16 bits each.
            long pairs = figures * 10 + (figures >>> 8) & 0x00FF00FF00FF00FFL;
            int year = (int) (pairs & 0xFF) * 100 + (int) (pairs >>> 16 & 0xFF);
            int month = (int) (pairs >>> 32 & 0xFF);
            int day = (int) (pairs >>> 48);
            return notDigits(figures) == 0
                    && year > 0
                    && month >= 1
                    && month <= 12
                    && day >= 1
                    && (day <= 28 || day <= daysIn(year, month));
        }
        if (length != 6 || !isDigits(bytes, from, to)) {
            return false;
        }
        int year = 2000 + number(bytes, from, 2);
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
        long format = CodeSet.key(bytes, formatFrom, formatTo);
        if (format == D8) {
            return to - from == 8 && isDate(bytes, from, to);
        }
        if (format == RD8) {
            return to - from == 17
                    && bytes[from + 8] == '-'
                    && isDate(bytes, from, from + 8)
                    && isDate(bytes, from + 9, to)
                    && number(bytes, from, 8) <= number(bytes, from + 9, 8);
        }
        if (format == DT) {
            return to - from == 12 && isDate(bytes, from, from + 8) && isTime(bytes, from + 8, to);
        }
        if (format == TM) {
            return to - from == 4 && isTime(bytes, from, to);
        }
        return true;
    }
}
