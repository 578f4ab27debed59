package org.clearlane.edits.codes;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.clearlane.edits.CalendarDay;

/** Days in tables, {@code 2026-01-31}, as the numbers of {@link CalendarDay}. */
final class IsoDay {

    private static final int LENGTH = 10;

    private IsoDay() {}

    /** UNREAL when it is not one. */
    static int parse(String text) {
        if (text.length() != LENGTH || text.charAt(4) != '-' || text.charAt(7) != '-') {
            return CalendarDay.UNREAL;
        }
        return CalendarDay.parse(text.substring(0, 4) + text.substring(5, 7) + text.substring(8));
    }

    static String text(int day) {
        return "%04d-%02d-%02d".formatted(day / 10_000, day / 100 % 100, day % 100);
    }

    /** The day before. */
    static int before(int day) {
        return CalendarDay.of(date(day).minusDays(1));
    }

    static LocalDate date(int day) {
        return LocalDate.parse(Integer.toString(day), DateTimeFormatter.BASIC_ISO_DATE);
    }
}
