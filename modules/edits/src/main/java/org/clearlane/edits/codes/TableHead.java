package org.clearlane.edits.codes;

import java.util.Map;

/**
 * What stands above a table of codes, as lines {@code # key: value}: where it comes from and what may be done with it.
 *
 * @param title what the codes are
 * @param source who publishes them
 * @param version the publisher's name of this edition
 * @param from the first day for which this edition holds, as {@link org.clearlane.edits.CalendarDay}
 * @param knownUntil the last day for which it is known to be complete; {@link #ALWAYS} when it has no such day
 * @param licence whose they are
 */
public record TableHead(String title, String source, String version, int from, int knownUntil, String licence) {

    /** A day behind all days. */
    public static final int ALWAYS = 99991231;

    static TableHead of(Map<String, String> lines) {
        return new TableHead(
                lines.getOrDefault("title", ""),
                lines.getOrDefault("source", ""),
                lines.getOrDefault("version", ""),
                IsoDay.parse(lines.getOrDefault("from", "")),
                lines.containsKey("known-until") ? IsoDay.parse(lines.get("known-until")) : ALWAYS,
                lines.getOrDefault("licence", ""));
    }

    /** What is missing in it or cannot be read; empty when nothing is. */
    String mistake() {
        if (title.isEmpty() || source.isEmpty() || version.isEmpty() || licence.isEmpty()) {
            return "above the codes, title, source, version and licence have to stand, each as '# key: value'";
        }
        return from > 0 && knownUntil > 0 ? "" : "'from' and 'known-until' above the codes are days as 2026-01-31";
    }

    /** The same as lines above a table. */
    String text(String columns) {
        StringBuilder text = new StringBuilder();
        line(text, "title", title);
        line(text, "source", source);
        line(text, "version", version);
        line(text, "from", IsoDay.text(from));
        if (knownUntil != ALWAYS) {
            line(text, "known-until", IsoDay.text(knownUntil));
        }
        line(text, "licence", licence);
        line(text, "columns", columns);
        return text.toString();
    }

    private static void line(StringBuilder text, String key, String value) {
        text.append("# ").append(key).append(": ").append(value).append('\n');
    }
}
