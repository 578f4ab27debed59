package org.clearlane.edits.codes;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A year of ICD-10-CM or ICD-10-PCS as CMS gives it out ({@code icd10cm_order_2027.txt}): a running number in columns 1
 * to 5, the code in 7 to 14, whether it may be billed in 15, texts from 17 on, which are not kept. A file that is cut
 * off, has another layout or is of another year is refused whole, with the line named.
 */
final class Icd10OrderFile {

    private static final int SHORT_TEXT = 16;
    private static final int LONG_TEXT = 77;
    private static final Pattern NAME = Pattern.compile("icd10(?:cm|pcs)_order_(\\d{4})\\.txt");
    private static final Pattern CM = Pattern.compile("[A-Z][0-9A-Z]{2,6}");
    private static final Pattern PCS = Pattern.compile("[0-9A-HJ-NP-Z]{3}|[0-9A-HJ-NP-Z]{7}");

    private final CodeSet set;
    private final SourceFile file;
    private final int fiscalYear;
    private long[] rows = new long[1 << 17];
    private int count;
    private String code = "";

    private Icd10OrderFile(CodeSet set, SourceFile file, int fiscalYear) {
        this.set = set;
        this.file = file;
        this.fiscalYear = fiscalYear;
    }

    /**
     * The table of this one year.
     *
     * @param loaded the years there are, which show what a whole file and another year look like; null when there is none
     * @throws org.clearlane.model.Failure with code CONFIGURATION when the file cannot be trusted
     */
    static Icd10Codes read(CodeSet set, Path path, int fiscalYear, Icd10Codes loaded) {
        return read(set, path, fiscalYear, loaded, false);
    }

    /** The same, and whether it may end before the codes of the years there are do. */
    static Icd10Codes read(CodeSet set, Path path, int fiscalYear, Icd10Codes loaded, boolean evenIfSmaller) {
        Pattern inArchive =
                Pattern.compile("icd10" + (set == CodeSet.ICD_10_CM ? "cm" : "pcs") + "_order_\\d{4}\\.txt");
        try (SourceFile file = SourceFile.open(path, inArchive)) {
            return new Icd10OrderFile(set, file, fiscalYear).read(loaded, evenIfSmaller);
        }
    }

    private Icd10Codes read(Icd10Codes loaded, boolean evenIfSmaller) {
        Matcher name = NAME.matcher(file.name());
        if (name.matches() && Integer.parseInt(name.group(1)) != fiscalYear) {
            throw file.refusedAt(1, "and all others are of another year than " + fiscalYear + ", as the name says");
        }
        String header = "";
        for (String text = file.next(); text != null; text = file.next()) {
            code = code(text);
            boolean billable = text.charAt(14) == '1';
            if (!header.isEmpty() && !code.startsWith(header)) {
                throw file.refused("stands behind a heading that has no codes");
            }
            header = billable ? "" : code;
            if (count == rows.length) {
                rows = Arrays.copyOf(rows, count * 2);
            }
            rows[count++] = Icd10Codes.row(code, fiscalYear, fiscalYear, billable);
        }
        file.requireWhole();
        if (!header.isEmpty() || count == 0) {
            throw file.refused("ends the file before its codes do");
        }
        rows = Arrays.copyOf(rows, count);
        requireNoDoubles();
        Icd10Codes read = new Icd10Codes(head(), rows, fiscalYear, fiscalYear);
        if (loaded != null) {
            Icd10YearCheck check = new Icd10YearCheck(loaded, read, file);
            if (!evenIfSmaller) {
                check.requireWhole(rows);
            }
            check.requireThisYear(rows);
        }
        return read;
    }

    private TableHead head() {
        return new TableHead(
                set == CodeSet.ICD_10_CM
                        ? "ICD-10-CM diagnoses by US fiscal year"
                        : "ICD-10-PCS procedures by US fiscal year",
                "order file of CMS (" + file.name() + ")",
                Integer.toString(fiscalYear),
                (fiscalYear - 1) * 10_000 + 1001,
                fiscalYear * 10_000 + 930,
                "US government work, public domain; codes only");
    }

    private String code(String text) {
        if (text.length() <= LONG_TEXT) {
            throw file.refused("is too short for an order file");
        }
        if (!text.startsWith("%05d ".formatted(file.line()))) {
            throw file.refused("does not begin with its running number");
        }
        String found = text.substring(6, 14).strip();
        char flag = text.charAt(14);
        Pattern shape = set == CodeSet.ICD_10_CM ? CM : PCS;
        if (text.charAt(5) != ' '
                || !shape.matcher(found).matches()
                || (flag != '0' && flag != '1')
                || text.charAt(15) != ' '
                || text.substring(SHORT_TEXT, LONG_TEXT).isBlank()) {
            throw file.refused("is not laid out as an order file of " + set.id());
        }
        return found;
    }

    private void requireNoDoubles() {
        long[] sorted = rows.clone();
        Arrays.sort(sorted);
        for (int i = 1; i < sorted.length; i++) {
            if (Icd10Codes.code(sorted[i]).equals(Icd10Codes.code(sorted[i - 1]))) {
                throw file.refused("ends a file in which the code " + Icd10Codes.code(sorted[i]) + " stands twice");
            }
        }
    }
}
