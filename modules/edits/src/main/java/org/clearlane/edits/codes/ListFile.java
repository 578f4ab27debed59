package org.clearlane.edits.codes;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.clearlane.edits.CalendarDay;

/**
 * Any list of codes as a table of text: the code in the first column or under a heading {@code code}, its first and last
 * day under headings that say so or in the second and third column. Texts beside them are left behind. This is how a
 * licensee brings in CPT, CDT, or a list of a publisher without a layout of its own here.
 */
final class ListFile {

    private static final Pattern IN_ARCHIVE = Pattern.compile(".*\\.(?:csv|tsv|txt)");
    private static final Map<CodeSet, Pattern> SHAPES = Map.ofEntries(
            Map.entry(CodeSet.HCPCS, Pattern.compile("[A-Z]\\d{4}")),
            Map.entry(CodeSet.CPT, Pattern.compile("\\d{4}[0-9FTUMA]")),
            Map.entry(CodeSet.CDT, Pattern.compile("D\\d{4}")),
            Map.entry(CodeSet.MODIFIER, Pattern.compile("[0-9A-Z]{2}")),
            Map.entry(CodeSet.PLACE_OF_SERVICE, Pattern.compile("\\d\\d")),
            Map.entry(CodeSet.BILL_TYPE, Pattern.compile("\\d\\d")),
            Map.entry(CodeSet.BILL_FREQUENCY, Pattern.compile("[0-9A-Z]")),
            Map.entry(CodeSet.REVENUE, Pattern.compile("\\d{4}")),
            Map.entry(CodeSet.CONDITION, Pattern.compile("[0-9A-Z]{2}")),
            Map.entry(CodeSet.PATIENT_STATUS, Pattern.compile("\\d\\d")),
            Map.entry(CodeSet.ADMISSION_TYPE, Pattern.compile("\\d")),
            Map.entry(CodeSet.ADMISSION_SOURCE, Pattern.compile("[0-9A-Z]")),
            Map.entry(CodeSet.TAXONOMY, Pattern.compile("[0-9A-Z]{9}X")),
            Map.entry(CodeSet.ADJUSTMENT_GROUP, Pattern.compile("[A-Z]{2}")),
            Map.entry(CodeSet.CARC, Pattern.compile("[A-Z]?\\d{1,3}")),
            Map.entry(CodeSet.RARC, Pattern.compile("(?:M|MA|N)\\d{1,4}")),
            Map.entry(CodeSet.CLAIM_STATUS_CATEGORY, Pattern.compile("[A-Z][0-9A-Z]{1,2}")),
            Map.entry(CodeSet.CLAIM_STATUS, Pattern.compile("\\d{1,4}")),
            Map.entry(CodeSet.STATE, Pattern.compile("[A-Z]{2}")));

    private final CodeSet set;
    private final SourceFile file;
    private final CodeListingBuilder rows = new CodeListingBuilder();
    private final Map<Long, Integer> lines = new HashMap<>();
    private int codeColumn;
    private int firstDayColumn = 1;
    private int lastDayColumn = 2;

    private ListFile(CodeSet set, SourceFile file) {
        this.set = set;
        this.file = file;
    }

    static CodeListing read(CodeSet set, Path path, CodeEdition edition) {
        try (SourceFile file = SourceFile.open(path, IN_ARCHIVE)) {
            return new ListFile(set, file).read(edition);
        }
    }

    private CodeListing read(CodeEdition edition) {
        boolean first = true;
        for (List<String> cells = SeparatedCells.next(file); cells != null; cells = SeparatedCells.next(file)) {
            if (cells.get(0).startsWith("#")
                    || cells.size() == 1 && cells.get(0).isEmpty()) {
                continue;
            }
            if (!first || !isHeading(cells)) {
                row(cells);
            }
            first = false;
        }
        if (rows.size() == 0) {
            throw file.refusedAt(Math.max(1, file.line()), "ends a file without codes");
        }
        return rows.build(
                edition.head(set, "imported from " + file.name(), "as agreed with its publisher; codes only"));
    }

    private boolean isHeading(List<String> cells) {
        List<String> names =
                cells.stream().map(cell -> cell.toLowerCase(Locale.ROOT)).toList();
        int code = first(names, Pattern.compile("(?:.* )?codes?"));
        if (code < 0) {
            return false;
        }
        codeColumn = code;
        firstDayColumn = first(names, Pattern.compile("from|start.*|.*effective.*|first day|added"));
        lastDayColumn = first(names, Pattern.compile("until|end.*|.*terminat.*|last day|deactivat.*|stop.*"));
        return true;
    }

    private static int first(List<String> names, Pattern pattern) {
        for (int i = 0; i < names.size(); i++) {
            if (pattern.matcher(names.get(i)).matches()) {
                return i;
            }
        }
        return -1;
    }

    private void row(List<String> cells) {
        String code = codeColumn < cells.size() ? cells.get(codeColumn).replace(".", "") : "";
        if (!SHAPES.get(set).matcher(code).matches()) {
            throw file.refused("has no code of " + set.id() + " in column " + (codeColumn + 1));
        }
        long packed = PackedCode.pack(code, PackedCode.MOST_CHARACTERS);
        Integer before = lines.put(packed, file.line());
        if (before != null) {
            throw file.refused("has the code " + code + " of line " + before + " again");
        }
        int first = day(cells, firstDayColumn, CalendarDay.NONE);
        int last = day(cells, lastDayColumn, TableHead.ALWAYS);
        if (first > last) {
            throw file.refused("has a first day behind its last day");
        }
        rows.add(packed, first, last);
    }

    private int day(List<String> cells, int column, int whenEmpty) {
        String text = column >= 0 && column < cells.size() ? cells.get(column) : "";
        if (text.isEmpty()) {
            return whenEmpty;
        }
        int day = PublishedDay.parse(text);
        if (day == CalendarDay.UNREAL) {
            throw file.refused("has no day in column " + (column + 1));
        }
        return day;
    }
}
