package org.clearlane.console.web;

/** Text that somebody outside chose, above all names of files: data to be shown and handed on, never a path. */
public final class ForeignText {

    private static final int LONGEST_NAME = 100;
    private static final String RESERVED = "(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?";

    private ForeignText() {}

    /**
     * The text with whatever cannot be seen made visible: line ends, other control characters, and the marks that turn the
     * direction of writing, by which {@code exe.fdp} can be made to look like {@code pdf.exe}.
     */
    public static String visible(String text) {
        if (text == null) {
            return "";
        }
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (point < 0x20) {
                shown.appendCodePoint(0x2400 + point);
            } else if (isHidden(point)) {
                shown.append("[U+%04X]".formatted(point));
            } else {
                shown.appendCodePoint(point);
            }
        });
        return shown.toString();
    }

    private static boolean isHidden(int point) {
        int kind = Character.getType(point);
        return kind == Character.CONTROL
                || kind == Character.FORMAT
                || kind == Character.LINE_SEPARATOR
                || kind == Character.PARAGRAPH_SEPARATOR
                || kind == Character.SURROGATE
                || kind == Character.UNASSIGNED
                || kind == Character.PRIVATE_USE;
    }

    /** As {@link #visible}, cut to what a table has room for. */
    public static String brief(String text, int most) {
        String shown = visible(text);
        return shown.codePointCount(0, shown.length()) <= most
                ? shown
                : shown.substring(0, shown.offsetByCodePoints(0, most - 1)) + "…";
    }

    /**
     * A name under which a browser may keep it: letters, digits, dots, dashes and underscores, no dot in front, none of the
     * names that mean a device somewhere, at most a hundred characters.
     *
     * @param otherwise the name where nothing is left
     */
    public static String asFileName(String text, String otherwise) {
        String plain =
                (text == null ? "" : text).replaceAll("[^A-Za-z0-9._-]+", "_").replaceAll("\\.{2,}", ".");
        plain = plain.replaceAll("^[._-]+", "");
        plain = plain.substring(0, Math.min(plain.length(), LONGEST_NAME)).replaceAll("[._-]+$", "");
        if (plain.isEmpty()) {
            return otherwise;
        }
        return plain.matches(RESERVED) ? "file_" + plain : plain;
    }
}
