package org.clearlane.edits.codes;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * The text form of {@link Icd10Cm}, {@code config/codesets/icd-10-cm.tsv}: a line {@code years FIRST LAST}, then code,
 * first fiscal year, last fiscal year, 1 for billable. An empty first year means "already in the first loaded year", an
 * empty last year "still in the last loaded year"; that keeps the file small and its yearly change readable.
 */
public final class Icd10CmTable {

    private Icd10CmTable() {}

    /** Reads the table; every mistake is told with its line number, and the result then is not to be used. */
    static Icd10Cm read(InputStream in, Consumer<String> mistakes) throws IOException {
        String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        long[] rows = new long[1 << 17];
        int count = 0;
        int first = 0;
        int last = 0;
        int number = 0;
        long before = -1;
        for (int at = 0; at < text.length(); ) {
            int end = text.indexOf('\n', at);
            end = end < 0 ? text.length() : end;
            int from = at;
            at = end + 1;
            number++;
            if (from == end || text.charAt(from) == '#') {
                continue;
            }
            if (text.startsWith("years\t", from)) {
                String[] columns = text.substring(from, end).split("\t", -1);
                first = columns.length == 3 ? year(columns[1], 0) : 0;
                last = columns.length == 3 ? year(columns[2], 0) : 0;
                continue;
            }
            long row = first <= 0 ? -1 : row(text, from, end, first, last);
            if (row < 0) {
                mistakes.accept(number + ": code, first year, last year and 1 or 0 expected, below a line of years");
                continue;
            }
            if (row <= before) {
                mistakes.accept(number + ": codes are not in order");
            }
            before = row;
            if (count == rows.length) {
                rows = Arrays.copyOf(rows, count * 2);
            }
            rows[count++] = row;
        }
        if (count == 0) {
            mistakes.accept(number + ": no codes");
        }
        return new Icd10Cm(Arrays.copyOf(rows, count), first, last);
    }

    /** Four columns; parsed in place, because there are a hundred thousand lines and a command waits for them. */
    private static long row(String text, int at, int end, int first, int last) {
        int one = text.indexOf('\t', at);
        int two = one < 0 ? -1 : text.indexOf('\t', one + 1);
        int three = two < 0 ? -1 : text.indexOf('\t', two + 1);
        if (three < 0 || three != end - 2) {
            return -1;
        }
        String code = text.substring(at, one);
        int from = one + 1 == two ? first : year(text.substring(one + 1, two), -1);
        int to = two + 1 == three ? last : year(text.substring(two + 1, three), -1);
        char flag = text.charAt(end - 1);
        boolean flagged = flag == '0' || flag == '1';
        if (!flagged || from < first || to > last || from > to || Icd10Cm.pack(code) < 0) {
            return -1;
        }
        return Icd10Cm.row(code, from, to, flag == '1');
    }

    private static int year(String text, int otherwise) {
        if (text.length() != 4 || !text.startsWith("20")) {
            return otherwise;
        }
        int tens = Character.digit(text.charAt(2), 10);
        int ones = Character.digit(text.charAt(3), 10);
        return tens < 0 || ones < 0 ? otherwise : 2000 + 10 * tens + ones;
    }

    /** Writes the table in its text form. */
    public static void write(Icd10Cm codes, OutputStream out) throws IOException {
        StringBuilder text = new StringBuilder(1 << 21);
        text.append("# ICD-10-CM codes by US fiscal year (from 1 October of the year before), without texts.\n");
        text.append("# Facts from the order files of CMS and NCHS, public domain. Made by Icd10OrderFileReader.\n");
        text.append(
                "# code, first year (empty: the first loaded or earlier), last year (empty: the last loaded), billable\n");
        text.append("years\t")
                .append(codes.firstYear())
                .append('\t')
                .append(codes.lastYear())
                .append('\n');
        for (long row : codes.rows()) {
            text.append(Icd10Cm.code(row)).append('\t');
            if (Icd10Cm.first(row) != codes.firstYear()) {
                text.append(Icd10Cm.first(row));
            }
            text.append('\t');
            if (Icd10Cm.last(row) != codes.lastYear()) {
                text.append(Icd10Cm.last(row));
            }
            text.append('\t').append(Icd10Cm.billable(row) ? '1' : '0').append('\n');
        }
        out.write(text.toString().getBytes(StandardCharsets.US_ASCII));
    }
}
