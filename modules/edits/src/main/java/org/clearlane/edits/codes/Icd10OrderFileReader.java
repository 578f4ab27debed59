package org.clearlane.edits.codes;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;

/**
 * Takes a year of ICD-10-CM from the order file its publisher gives out ({@code icd10cm_order_2027.txt}): a running
 * number in columns 1 to 5, the code in 7 to 14, whether it may be billed in 15, texts from 17 on, which are not kept.
 * A file that is cut off, has another layout or is of another year is refused whole, with the line named.
 */
public final class Icd10OrderFileReader {

    private static final int SHORT_TEXT = 16;
    private static final int LONG_TEXT = 77;
    private static final Pattern NAME = Pattern.compile("icd10cm_order_(\\d{4})\\.txt");
    private static final Pattern CODE = Pattern.compile("[A-Z][0-9A-Z]{2,6}");

    private final Path file;
    private int line;

    private Icd10OrderFileReader(Path file) {
        this.file = file;
    }

    /**
     * The table of this one year.
     *
     * @throws Failure with code CONFIGURATION when the file cannot be trusted
     */
    public static Icd10Cm read(Path file, int fiscalYear) throws IOException {
        return new Icd10OrderFileReader(file).readYear(fiscalYear);
    }

    /**
     * A table with the years of {@code loaded} and the one behind it, which this file holds.
     *
     * @throws Failure with code CONFIGURATION when the file cannot be trusted or the year does not follow
     */
    public static Icd10Cm append(Icd10Cm loaded, Path file, int fiscalYear) throws IOException {
        if (fiscalYear != loaded.lastYear() + 1) {
            throw new Failure(
                    FailureCode.CONFIGURATION,
                    "the years loaded end with %d, so the next is %d, not %d"
                            .formatted(loaded.lastYear(), loaded.lastYear() + 1, fiscalYear));
        }
        Map<String, Boolean> news = new HashMap<>();
        for (long row : read(file, fiscalYear).rows()) {
            news.put(Icd10Cm.code(row), Icd10Cm.billable(row));
        }
        long[] old = loaded.rows();
        long[] rows = Arrays.copyOf(old, old.length + news.size());
        int count = old.length;
        for (int i = 0; i < old.length; i++) {
            String code = Icd10Cm.code(old[i]);
            if (Icd10Cm.last(old[i]) == loaded.lastYear()
                    && news.get(code) != null
                    && news.get(code) == Icd10Cm.billable(old[i])) {
                rows[i] = Icd10Cm.row(code, Icd10Cm.first(old[i]), fiscalYear, Icd10Cm.billable(old[i]));
                news.remove(code);
            }
        }
        for (Map.Entry<String, Boolean> entry : news.entrySet()) {
            rows[count++] = Icd10Cm.row(entry.getKey(), fiscalYear, fiscalYear, entry.getValue());
        }
        return new Icd10Cm(Arrays.copyOf(rows, count), loaded.firstYear(), fiscalYear);
    }

    private Icd10Cm readYear(int fiscalYear) throws IOException {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (name.matches() && Integer.parseInt(name.group(1)) != fiscalYear) {
            throw refused("its name says another year than " + fiscalYear);
        }
        long[] rows = new long[1 << 17];
        int count = 0;
        int letters = 0;
        String header = "";
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                line++;
                String code = code(text);
                boolean billable = text.charAt(14) == '1';
                if (!header.isEmpty() && !code.startsWith(header)) {
                    throw refused("the heading before it has no codes");
                }
                header = billable ? "" : code;
                letters |= 1 << code.charAt(0) - 'A';
                if (count == rows.length) {
                    rows = Arrays.copyOf(rows, count * 2);
                }
                rows[count++] = Icd10Cm.row(code, fiscalYear, fiscalYear, billable);
            }
        }
        if (!header.isEmpty() || letters != (1 << 26) - 1) {
            throw refused("the file ends here, before its codes do");
        }
        requireNoDoubles(Arrays.copyOf(rows, count));
        return new Icd10Cm(Arrays.copyOf(rows, count), fiscalYear, fiscalYear);
    }

    private String code(String text) {
        if (text.length() <= LONG_TEXT) {
            throw refused("is too short for an order file");
        }
        if (!text.startsWith("%05d ".formatted(line))) {
            throw refused("does not begin with its running number");
        }
        String code = text.substring(6, 14).strip();
        char flag = text.charAt(14);
        if (text.charAt(5) != ' '
                || !CODE.matcher(code).matches()
                || (flag != '0' && flag != '1')
                || text.charAt(15) != ' '
                || text.substring(SHORT_TEXT, LONG_TEXT).isBlank()) {
            throw refused("is not laid out as an order file");
        }
        return code;
    }

    private void requireNoDoubles(long[] rows) {
        Arrays.sort(rows);
        for (int i = 1; i < rows.length; i++) {
            if (Icd10Cm.code(rows[i]).equals(Icd10Cm.code(rows[i - 1]))) {
                throw refused("somewhere above it the code " + Icd10Cm.code(rows[i]) + " stands twice");
            }
        }
    }

    private Failure refused(String why) {
        return new Failure(FailureCode.CONFIGURATION, file.getFileName() + " is refused: line " + line + " " + why);
    }
}
