package org.clearlane.formats;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.clearlane.model.finding.Finding;

/**
 * The first row of one table, matched with the layout.
 *
 * @param layout what the columns mean
 * @param fields by column, null for one the layout does not know
 * @param headings as this table writes them, for telling findings
 */
record TableHeading(CsvLayout layout, List<Optional<ClaimField>> fields, Map<ClaimField, String> headings) {

    /** Matches the heading; empty when the table cannot be translated, and then the findings say why. */
    static Optional<TableHeading> read(CsvLayout layout, RawRow row, Consumer<Finding> findings) {
        RowCells cells = row.cells();
        List<Optional<ClaimField>> fields = new ArrayList<>();
        Map<ClaimField, String> headings = new EnumMap<>(ClaimField.class);
        List<Finding> warnings = new ArrayList<>();
        boolean usable = !row.malformed();
        for (int i = 0; i < cells.count(); i++) {
            String text = cells.cell(i);
            Optional<ClaimField> field = layout.columnWithHeading(text).map(CsvLayout.Column::field);
            if (field.isPresent() && headings.putIfAbsent(field.get(), text) != null) {
                findings.accept(CsvFinding.COLUMN_TWICE.at(row.line(), text, ""));
                usable = false;
            } else if (field.isEmpty() && !text.isEmpty()) {
                warnings.add(CsvFinding.COLUMN_UNKNOWN.at(row.line(), text, ""));
            }
            fields.add(field);
        }
        if (row.malformed()) {
            findings.accept(CsvFinding.QUOTE.at(row.line(), "", ""));
        } else if (headings.isEmpty()) {
            CsvFinding why = otherSeparatorFits(layout, row) ? CsvFinding.SEPARATOR : CsvFinding.HEADING_UNKNOWN;
            findings.accept(why.at(row.line(), "", ""));
            return Optional.empty();
        } else {
            for (CsvLayout.Column column : layout.columns()) {
                if (column.required() && !headings.containsKey(column.field())) {
                    findings.accept(CsvFinding.COLUMN_MISSING.at(row.line(), column.heading(), ""));
                    usable = false;
                }
            }
        }
        warnings.forEach(findings);
        return usable ? Optional.of(new TableHeading(layout, fields, headings)) : Optional.empty();
    }

    private static boolean otherSeparatorFits(CsvLayout layout, RawRow row) {
        for (char separator : new char[] {',', ';', '\t', '|'}) {
            RowCells cells = RowCells.scan(row.text(), separator);
            for (int i = 0; i < cells.count() && separator != layout.separator(); i++) {
                if (layout.columnWithHeading(cells.cell(i)).isPresent()) {
                    return true;
                }
            }
        }
        return false;
    }

    int columns() {
        return fields.size();
    }

    boolean has(ClaimField field) {
        return headings.containsKey(field);
    }

    /** The heading of a field in this table, else in the layout, else empty. */
    String of(ClaimField field) {
        String here = headings.get(field);
        return here == null ? layout.headingOf(field) : here;
    }

    /** The heading of column {@code n}, counted from 0, when the layout knows it. */
    String ofColumn(int n) {
        return n < fields.size() ? fields.get(n).map(this::of).orElse("") : "";
    }

    /** Whether what makes rows one claim stands in the first columns, where no misplaced cell can shift it. */
    boolean claimKeyComesFirst() {
        return layout.claimRows().stream()
                .allMatch(field ->
                        fields.indexOf(Optional.of(field)) < layout.claimRows().size());
    }

    /** What makes rows one claim, read straight from the cells; empty where the row does not reach that far. */
    Optional<List<String>> claimKey(RowCells cells) {
        List<String> key = new ArrayList<>();
        for (ClaimField field : layout.claimRows()) {
            int column = fields.indexOf(Optional.of(field));
            // The last cell of a row that broke off is not to be trusted.
            if (column < 0 || column >= cells.count() - 1 || cells.cell(column).isEmpty()) {
                return Optional.empty();
            }
            key.add(cells.cell(column));
        }
        return Optional.of(key);
    }

    /** The heading of a slice for Smooks: field keys; columns that are unknown, or empty in all its rows, are dropped. */
    String forBinding(BitSet filled) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < fields.size(); i++) {
            if (i > 0) {
                text.append(layout.separator());
            }
            boolean wanted = fields.get(i).isPresent() && filled.get(i);
            text.append(wanted ? fields.get(i).get().key() : RowBinder.IGNORE);
        }
        return text.append('\n').toString();
    }

    /** All headings a finding may name. */
    Map<ClaimField, String> allHeadings() {
        Map<ClaimField, String> all = new EnumMap<>(ClaimField.class);
        Set<ClaimField> known = EnumSet.allOf(ClaimField.class);
        known.forEach(field -> all.put(field, of(field)));
        return all;
    }
}
