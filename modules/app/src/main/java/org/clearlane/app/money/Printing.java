package org.clearlane.app.money;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clearlane.api.CsvCells;
import org.clearlane.model.Money;

/** Rows for people, spreadsheets and programs: the same columns in all three. */
final class Printing {

    private Printing() {}

    /** A row being put together: a column after the other. */
    static final class Row {

        private final Map<String, Object> cells = new LinkedHashMap<>();

        Row with(String column, Object value) {
            cells.put(
                    column, value instanceof Money || value instanceof java.time.LocalDate ? value.toString() : value);
            return this;
        }

        Map<String, Object> cells() {
            return cells;
        }
    }

    static void json(PrintWriter out, Object value) throws JsonProcessingException {
        out.println(
                new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(value));
        out.flush();
    }

    static void json(PrintWriter out, List<Row> rows) throws JsonProcessingException {
        json(out, (Object) rows.stream().map(Row::cells).toList());
    }

    /** Comma separated, with the columns' names first; a cell that a spreadsheet would take for a formula is quoted away. */
    static void csv(PrintWriter out, List<String> columns, List<Row> rows) {
        out.print(line(columns));
        for (Row row : rows) {
            out.print(line(
                    columns.stream().map(column -> text(row.cells.get(column))).toList()));
        }
        out.flush();
    }

    private static String line(Collection<String> cells) {
        return String.join(",", cells.stream().map(Printing::cell).toList()) + "\r\n";
    }

    private static String cell(String text) {
        // Negative amounts stay numbers.
        String safe = text.matches("-[0-9.]+") ? text : CsvCells.text(text);
        return safe.matches("(?s).*[\",\\r\\n].*") ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }

    /** In columns as wide as their widest cell. */
    static void table(PrintWriter out, List<String> columns, List<Row> rows) {
        int[] widths = new int[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = columns.get(i).length();
            for (Row row : rows) {
                widths[i] =
                        Math.max(widths[i], text(row.cells.get(columns.get(i))).length());
            }
        }
        out.println(aligned(columns, widths));
        for (Row row : rows) {
            out.println(aligned(
                    columns.stream().map(column -> text(row.cells.get(column))).toList(), widths));
        }
        out.flush();
    }

    private static String aligned(List<String> cells, int[] widths) {
        List<String> padded = new ArrayList<>();
        for (int i = 0; i < widths.length; i++) {
            String cell = cells.get(i).replaceAll("\\p{Cntrl}", "?");
            boolean number = cell.matches("-?\\d+(\\.\\d\\d)?");
            padded.add((number ? "%" : "%-").concat(widths[i] + "s").formatted(cell));
        }
        return String.join("  ", padded).stripTrailing();
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }
}
