package org.clearlane.edits.codes;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * The text form of {@link Icd10Codes}: a line {@code # years: FIRST LAST}, then code, first fiscal year, last fiscal
 * year, 1 for billable. An empty first year means "already in the first year of the table", an empty last year "still in
 * its last"; that keeps the file small and its yearly change readable.
 */
final class Icd10Table {

    private static final String COLUMNS =
            "code, first fiscal year (empty: the first here or earlier), last (empty: the last here), 1 for billable";

    private Icd10Table() {}

    /** Reads the table; every mistake is told with its line number, and the result then is not to be used. */
    static Icd10Codes read(byte[] text, Consumer<String> mistakes) {
        TableLines lines = new TableLines(text, mistakes);
        long[] rows = new long[1 << 17];
        int count = 0;
        int first = 0;
        int last = 0;
        long before = -1;
        while (lines.next()) {
            if (first == 0) {
                first = year(lines.headLine("years"), 0);
                last = year(lines.headLine("years"), 1);
            }
            long row = first <= 0 ? -1 : row(lines, first, last);
            if (row < 0) {
                lines.mistake("code, first year, last year and 1 or 0 expected, below a line '# years: FIRST LAST'");
                continue;
            }
            if (row <= before) {
                lines.mistake("codes are not in order");
            }
            before = row;
            if (count == rows.length) {
                rows = Arrays.copyOf(rows, count * 2);
            }
            rows[count++] = row;
        }
        if (count == 0) {
            lines.mistake("no codes");
        }
        return new Icd10Codes(lines.head(), Arrays.copyOf(rows, count), first, last);
    }

    private static long row(TableLines lines, int first, int last) {
        long code = lines.code(0, Icd10Codes.MOST_CHARACTERS);
        int from = lines.isEmpty(1) ? first : lines.number(1);
        int to = lines.isEmpty(2) ? last : lines.number(2);
        int flag = lines.number(3);
        if (lines.columnCount() != 4 || flag < 0 || flag > 1 || from < first || to > last || from > to || code < 0) {
            return -1;
        }
        return Icd10Codes.row(code, from, to, flag == 1);
    }

    /** One of the two years of {@code 2025 2026}, -1 when it is none. */
    private static int year(String years, int index) {
        return years.matches("20\\d\\d 20\\d\\d") ? Integer.parseInt(years.substring(5 * index, 5 * index + 4)) : -1;
    }

    /** The table in its text form. */
    static String text(Icd10Codes codes) {
        StringBuilder text = new StringBuilder(1 << 21);
        text.append(codes.head().text(COLUMNS));
        text.append("# years: ")
                .append(codes.firstYear())
                .append(' ')
                .append(codes.lastYear())
                .append('\n');
        for (long row : codes.rows()) {
            text.append(Icd10Codes.code(row)).append('\t');
            if (Icd10Codes.first(row) != codes.firstYear()) {
                text.append(Icd10Codes.first(row));
            }
            text.append('\t');
            if (Icd10Codes.last(row) != codes.lastYear()) {
                text.append(Icd10Codes.last(row));
            }
            text.append('\t').append(Icd10Codes.billable(row) ? '1' : '0').append('\n');
        }
        return text.toString();
    }
}
