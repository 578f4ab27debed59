package org.clearlane.api;

/** Cells of tables that people open in a spreadsheet. */
public final class CsvCells {

    private CsvCells() {}

    /**
     * Text that a spreadsheet must not take for a formula: what begins like one gets a quote in front (OWASP). Amounts do not
     * come through here, so that a negative one stays a number.
     */
    public static String text(String value) {
        if (value == null || value.isEmpty()) {
            return "";
        }
        return switch (value.charAt(0)) {
            case '=', '+', '-', '@', '\t', '\r' -> "'" + value;
            default -> value;
        };
    }
}
