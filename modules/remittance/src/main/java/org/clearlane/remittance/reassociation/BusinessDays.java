package org.clearlane.remittance.reassociation;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;

/**
 * Days on which the Federal Reserve settles: Monday to Friday but for its eleven holidays. One that falls on a Sunday is
 * kept on Monday; one on a Saturday is not kept.
 */
public final class BusinessDays {

    private BusinessDays() {}

    /** Whether payments settle on this day. */
    public static boolean is(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !isHoliday(day)
                && !(day.getDayOfWeek() == DayOfWeek.MONDAY && isFixedHoliday(day.minusDays(1)));
    }

    /** How many business days lie behind {@code from}, up to {@code to} itself; 0 where {@code to} is not later. */
    public static int between(LocalDate from, LocalDate to) {
        int count = 0;
        for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            count += is(day) ? 1 : 0;
        }
        return count;
    }

    /** The day this many business days behind. */
    public static LocalDate after(LocalDate from, int days) {
        LocalDate day = from;
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            left -= is(day) ? 1 : 0;
        }
        return day;
    }

    private static boolean isHoliday(LocalDate day) {
        return isFixedHoliday(day)
                || is(day, Month.JANUARY, 3, DayOfWeek.MONDAY)
                || is(day, Month.FEBRUARY, 3, DayOfWeek.MONDAY)
                || is(day, Month.MAY, -1, DayOfWeek.MONDAY)
                || is(day, Month.SEPTEMBER, 1, DayOfWeek.MONDAY)
                || is(day, Month.OCTOBER, 2, DayOfWeek.MONDAY)
                || is(day, Month.NOVEMBER, 4, DayOfWeek.THURSDAY);
    }

    /** New Year, Juneteenth, Independence Day, Veterans Day, Christmas. */
    private static boolean isFixedHoliday(LocalDate day) {
        int date = day.getMonthValue() * 100 + day.getDayOfMonth();
        return date == 101 || date == 619 && day.getYear() >= 2021 || date == 704 || date == 1111 || date == 1225;
    }

    private static boolean is(LocalDate day, Month month, int which, DayOfWeek weekday) {
        return day.getMonth() == month && day.equals(day.with(TemporalAdjusters.dayOfWeekInMonth(which, weekday)));
    }
}
