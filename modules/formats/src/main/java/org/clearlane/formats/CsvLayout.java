package org.clearlane.formats;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the columns of one kind of table mean, as {@code config/formats/<name>/format.yaml} says.
 *
 * @param name of the format
 * @param title for people
 * @param separator between cells
 * @param claimRows rows that agree in these fields and stand together are one claim
 * @param columns in the order of the file that describes them; a table may have them in any order
 * @param defaults what holds where a table has no such column or an empty cell
 */
record CsvLayout(
        String name,
        String title,
        char separator,
        List<ClaimField> claimRows,
        List<Column> columns,
        Map<ClaimField, String> defaults) {

    /**
     * @param heading as the table's first row has it; upper and lower case are the same
     * @param field what it means
     * @param required whether the column must be there and its cells filled
     * @param meaning for people
     * @param example a value that binds; the layout is tried out with it when it is loaded
     */
    record Column(String heading, ClaimField field, boolean required, String meaning, String example) {}

    CsvLayout {
        claimRows = List.copyOf(claimRows);
        columns = List.copyOf(columns);
        defaults = defaults.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(defaults));
    }

    Optional<Column> columnWithHeading(String heading) {
        String wanted = heading.strip().toLowerCase(Locale.ROOT);
        return columns.stream()
                .filter(column -> column.heading.toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst();
    }

    Optional<Column> columnOf(ClaimField field) {
        return columns.stream().filter(column -> column.field == field).findFirst();
    }

    /** The heading a submitter knows this field by; empty when the layout has no column for it. */
    String headingOf(ClaimField field) {
        return columnOf(field).map(Column::heading).orElse("");
    }

    /** Whether an empty cell of this field is a mistake of the submitter. */
    boolean mustBeFilled(ClaimField field) {
        return !defaults.containsKey(field)
                && (field.needed() || columnOf(field).map(Column::required).orElse(false));
    }
}
