package org.clearlane.edits.codes;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clearlane.edits.CalendarDay;

/** Days as publishers write them: {@code 20260131}, {@code 2026-01-31}, {@code 1/31/2026}. */
final class PublishedDay {

    private static final Pattern AMERICAN = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");

    private PublishedDay() {}

    /** UNREAL when it is none of them. */
    static int parse(String text) {
        Matcher american = AMERICAN.matcher(text);
        if (american.matches()) {
            return CalendarDay.parse("%s%2s%2s"
                    .formatted(american.group(3), american.group(1), american.group(2))
                    .replace(' ', '0'));
        }
        return text.length() == 10 ? IsoDay.parse(text) : CalendarDay.parse(text);
    }
}
