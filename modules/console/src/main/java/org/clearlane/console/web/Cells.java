package org.clearlane.console.web;

import org.clearlane.api.CsvCells;

/** Cells of tables that people open in a spreadsheet. */
public final class Cells {

    private Cells() {}

    /**
     * Text that a spreadsheet must not take for a formula: what begins like one gets a quote in front (OWASP). Amounts do not
     * come through here, so that a negative one stays a number.
     */
    public static String text(String value) {
        return CsvCells.text(value);
    }
}
