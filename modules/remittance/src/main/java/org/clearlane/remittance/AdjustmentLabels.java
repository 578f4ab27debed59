package org.clearlane.remittance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.clearlane.model.remittance.Adjustment;
import org.clearlane.model.remittance.ClaimPayment;
import org.clearlane.model.remittance.ProviderAdjustment;

/**
 * Short labels in our own words for adjustment reasons (CARC), remarks (RARC), groups, PLB reasons and CLP02, and what a
 * practice can do about each: {@code config/codesets/adjustment-labels.tsv}. The official texts belong to X12 and are
 * not here; a licensee may load a table of its own. A code without a label is named as such, never left blank.
 * Immutable.
 */
public final class AdjustmentLabels {

    /** The kinds of codes in the table, by the name in its first column. */
    public enum Kind {
        GROUP("adjustment group"),
        STATUS("claim status"),
        CARC("adjustment reason"),
        RARC("remark"),
        PLB("provider adjustment reason");

        private final String inWords;

        Kind(String inWords) {
            this.inWords = inWords;
        }
    }

    /**
     * One row.
     *
     * @param label what the code means, one sentence
     * @param mend what the practice can do, or empty
     */
    public record Label(String label, String mend) {}

    /** A table without rows: every code is said to have no label. */
    public static final AdjustmentLabels NONE = new AdjustmentLabels(Map.of());

    private final Map<String, Label> labels;

    private AdjustmentLabels(Map<String, Label> labels) {
        this.labels = labels;
    }

    /**
     * Reads the table: tab-separated {@code type code label mend}, a heading, lines beginning with {@code #} ignored.
     *
     * @throws IllegalArgumentException naming the line that is no row, or whose code was there before
     */
    public static AdjustmentLabels load(Reader table) throws IOException {
        Map<String, Label> labels = new HashMap<>();
        BufferedReader lines = new BufferedReader(table);
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (line.isBlank() || line.startsWith("#") || line.startsWith("type\t")) {
                continue;
            }
            String[] cells = line.split("\t", -1);
            if (cells.length != 4 || cells[1].isBlank() || cells[2].isBlank()) {
                throw new IllegalArgumentException("line " + number + ": type, code, label, mend expected");
            }
            Label before = labels.put(key(kind(cells[0], number), cells[1]), new Label(cells[2], cells[3]));
            if (before != null) {
                throw new IllegalArgumentException("line " + number + ": " + cells[0] + " " + cells[1] + " twice");
            }
        }
        return new AdjustmentLabels(Map.copyOf(labels));
    }

    private static Kind kind(String name, int line) {
        for (Kind kind : Kind.values()) {
            if (kind.name().equals(name)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("line " + line + ": the type is none of GROUP, STATUS, CARC, RARC, PLB");
    }

    private static String key(Kind kind, String code) {
        return kind + " " + code;
    }

    /** The row of a code. */
    public Optional<Label> find(Kind kind, String code) {
        return Optional.ofNullable(labels.get(key(kind, code)));
    }

    /** The label of a code, or a sentence that says there is none. */
    public String text(Kind kind, String code) {
        return find(kind, code).map(Label::label).orElse("No label for " + kind.inWords + " " + code + ".");
    }

    /** Why: the reason's label. */
    public String text(Adjustment adjustment) {
        return text(Kind.CARC, adjustment.reason());
    }

    /** Why money moved outside any claim. */
    public String text(ProviderAdjustment adjustment) {
        return text(Kind.PLB, adjustment.reason());
    }

    /** Who bears it: the group's label. */
    public String whoOwes(Adjustment adjustment) {
        return text(Kind.GROUP, adjustment.group());
    }

    /** What was decided: the label of CLP02. */
    public String text(ClaimPayment claim) {
        return text(Kind.STATUS, claim.status());
    }
}
