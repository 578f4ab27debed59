package org.clearlane.edits.codes;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The quarterly medically unlikely edits of CMS NCCI ({@code MCR_MUE_PractitionerServices_Eff_01-01-2026.csv}): code, most
 * units, the kind of limit as {@code 3 Date of Service Edit: Clinical}, and a reason that is left behind. Lines of licence
 * and heading stand above.
 */
final class NcciLimitsFile {

    private static final Pattern IN_ARCHIVE = Pattern.compile("(?i).*mue.*\\.(?:csv|txt)");
    private static final Pattern CODE = Pattern.compile("[0-9A-Z]{5}");
    private static final int MOST_LINES_ABOVE = 20;

    private NcciLimitsFile() {}

    /** The table of this file. */
    static String text(CodeSet set, Path path, CodeEdition edition) {
        try (SourceFile file = SourceFile.open(path, IN_ARCHIVE)) {
            Map<String, String> rows = new TreeMap<>();
            boolean headed = false;
            for (List<String> cells = SeparatedCells.next(file); cells != null; cells = SeparatedCells.next(file)) {
                if (!headed) {
                    headed = String.join(" ", cells).contains("MUE Values");
                    if (file.line() > MOST_LINES_ABOVE) {
                        throw file.refused(
                                "comes and no heading 'MUE Values' was there: this is no file of unit limits");
                    }
                } else if (cells.size() > 1 || !cells.get(0).isEmpty()) {
                    row(cells, file, rows);
                }
            }
            file.requireWhole();
            if (rows.isEmpty()) {
                throw file.refused("ends a file without limits");
            }
            String source = "NCCI medically unlikely edits of CMS (" + file.name() + ")";
            return edition.head(set, source, "as agreed with CMS and AMA")
                            .text("code, most units, kind of limit (1 a line, 2 a day by policy, 3 a day)")
                    + String.join("\n", rows.values())
                    + "\n";
        }
    }

    private static void row(List<String> cells, SourceFile file, Map<String, String> rows) {
        if (cells.size() < 3
                || !CODE.matcher(cells.get(0)).matches()
                || !cells.get(1).matches("\\d{1,5}")
                || !cells.get(2).matches("[123]\\b.*")) {
            throw file.refused("is not laid out as a unit limit: code, units, kind of limit");
        }
        String row = cells.get(0)
                + '\t'
                + Integer.parseInt(cells.get(1))
                + '\t'
                + cells.get(2).charAt(0);
        if (rows.put(cells.get(0), row) != null) {
            throw file.refused("has the code " + cells.get(0) + " a second time");
        }
    }
}
