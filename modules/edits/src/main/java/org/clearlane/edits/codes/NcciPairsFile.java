package org.clearlane.edits.codes;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clearlane.edits.CalendarDay;

/**
 * The quarterly procedure-to-procedure edits of CMS NCCI ({@code ccipra-v313r0-f1.txt} to {@code -f4}): apart by tabs,
 * the two codes, a star for pairs before 1996, first day, last day or a star, modifier indicator, and a reason that is
 * left behind. Some lines of licence and heading stand above. Pairs with indicator 9 were taken back for all time and
 * are left out.
 */
final class NcciPairsFile {

    private static final Pattern IN_ARCHIVE = Pattern.compile("cci[a-z]*-v\\w+-f\\d+\\.(?i:txt)");
    private static final Pattern PART = Pattern.compile("(?i).*[-_]f(\\d+)\\.(?:txt|zip)");
    private static final Pattern CODE = Pattern.compile("[0-9A-Z]{5}");
    private static final int MOST_LINES_ABOVE = 20;
    private static final int LEAST_CELLS = 6;
    private static final String COLUMNS =
            "first code, second code, modifier indicator (0 never together, 1 with a modifier), first day, last day";

    private final List<String> rows = new ArrayList<>();

    /** The table of all these files together, which have to be all parts of one edition. */
    static String text(CodeSet set, List<Path> parts, CodeEdition edition) {
        NcciPairsFile pairs = new NcciPairsFile();
        List<Integer> numbers = new ArrayList<>();
        String name = "";
        for (Path part : parts) {
            Matcher numbered = PART.matcher(part.getFileName().toString());
            if (numbered.matches()) {
                numbers.add(Integer.valueOf(numbered.group(1)));
            }
            try (SourceFile file = SourceFile.open(part, IN_ARCHIVE)) {
                pairs.read(file);
                name = file.name();
                requireParts(numbers, file);
            }
        }
        Collections.sort(pairs.rows);
        return edition.head(
                                set,
                                "NCCI procedure-to-procedure edits of CMS (" + name + ")",
                                "as agreed with CMS and AMA")
                        .text(COLUMNS)
                + String.join("\n", pairs.rows)
                + "\n";
    }

    /** The parts number 1, 2, 3 and so on. That the last ones are there is seen from how many pairs there were before. */
    private static void requireParts(List<Integer> numbers, SourceFile file) {
        if (!numbers.isEmpty() && Collections.max(numbers) != numbers.size()) {
            throw file.refusedAt(
                    1,
                    "begins part %d, but the parts before it are not at hand: name them all, in order"
                            .formatted(Collections.max(numbers)));
        }
    }

    private void read(SourceFile file) {
        boolean begun = false;
        boolean headed = false;
        for (String text = file.next(); text != null; text = file.next()) {
            String[] cells = text.split("\t", -1);
            if (cells.length >= LEAST_CELLS
                    && CODE.matcher(cells[0]).matches()
                    && CODE.matcher(cells[1]).matches()) {
                begun = true;
                row(cells, file);
            } else if (begun || file.line() > MOST_LINES_ABOVE) {
                throw file.refused("is not laid out as an NCCI edit: two codes, *, first day, last day, indicator");
            }
            headed |= text.contains("Column 1") || text.contains("Column1");
        }
        file.requireWhole();
        if (!begun || !headed) {
            throw file.refused("ends a file without the heading or the pairs of NCCI edits");
        }
    }

    private void row(String[] cells, SourceFile file) {
        int from = CalendarDay.parse(cells[3].strip());
        String last = cells[4].strip();
        int until = last.equals("*") || last.isEmpty() ? TableHead.ALWAYS : CalendarDay.parse(last);
        String indicator = cells[5].strip();
        if (from <= 0 || until <= 0 || !indicator.matches("[019]")) {
            throw file.refused("has no first day, last day or * and an indicator of 0, 1 or 9");
        }
        if (!indicator.equals("9") && from <= until) {
            rows.add(cells[0]
                    + '\t'
                    + cells[1]
                    + '\t'
                    + indicator
                    + '\t'
                    + IsoDay.text(from)
                    + (until == TableHead.ALWAYS ? "" : '\t' + IsoDay.text(until)));
        }
    }
}
