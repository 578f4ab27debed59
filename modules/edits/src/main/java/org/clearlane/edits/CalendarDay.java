package org.clearlane.edits;

import java.time.LocalDate;
import org.clearlane.model.claim.DateFact;

/**
 * Days as X12 writes them, as plain numbers: {@code 20260131}. Comparing two is comparing when they were; no object is
 * made for a date.
 */
public final class CalendarDay {

    /** No date was given. */
    public static final int NONE = 0;
    /** What was given is no day of the calendar. */
    public static final int UNREAL = -1;

    private static final int[] LENGTHS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private CalendarDay() {}

    /** The eight digits of {@code text} from {@code at} on as a day; {@link #UNREAL} when they are not one. */
    public static int parse(String text, int at) {
        if (text.length() < at + 8) {
            return UNREAL;
        }
        int number = 0;
        for (int i = at; i < at + 8; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return UNREAL;
            }
            number = number * 10 + (c - '0');
        }
        return isReal(number) ? number : UNREAL;
    }

    /** The text as a day; {@link #NONE} when empty, {@link #UNREAL} when it is not exactly the eight digits of one. */
    public static int parse(String text) {
        if (text.isEmpty()) {
            return NONE;
        }
        return text.length() == 8 ? parse(text, 0) : UNREAL;
    }

    /** The day, or the first day of the period; {@link #NONE} without a date, {@link #UNREAL} when it is none. */
    public static int first(DateFact date) {
        return date == null || date.value().isEmpty() ? NONE : parse(date.value(), 0);
    }

    /** The day, or the last day of the period; {@link #NONE} without a date, {@link #UNREAL} when it is none. */
    public static int last(DateFact date) {
        return date == null || date.value().isEmpty()
                ? NONE
                : parse(date.value(), date.format().equals("RD8") ? 9 : 0);
    }

    /** How many days from this day to that one, negative when that one is earlier. Both must be real. */
    public static int daysBetween(int from, int to) {
        return Math.toIntExact(ofNumber(to).toEpochDay() - ofNumber(from).toEpochDay());
    }

    private static LocalDate ofNumber(int day) {
        return LocalDate.of(day / 10_000, day / 100 % 100, day % 100);
    }

    /** The same day. */
    public static int of(LocalDate date) {
        return date.getYear() * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth();
    }

    /** The US government's fiscal year a day falls into: it begins on 1 October of the year before. */
    public static int fiscalYear(int day) {
        return day / 10_000 + (day / 100 % 100 >= 10 ? 1 : 0);
    }

    private static boolean isReal(int number) {
        int year = number / 10_000;
        int month = number / 100 % 100;
        int day = number % 100;
        if (year < 1800 || month < 1 || month > 12 || day < 1) {
            return false;
        }
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return day <= (month == 2 && leap ? 29 : LENGTHS[month - 1]);
    }
}
