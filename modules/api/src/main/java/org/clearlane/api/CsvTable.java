package org.clearlane.api;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clearlane.api.contract.ApiDocument;

/**
 * A list as a table for spreadsheets. Its columns are those fields of an item that are one value, in the order of the
 * document; an amount of money is the bare amount.
 */
final class CsvTable {

    private static final String MONEY = "/Money";

    private record Column(String name, boolean money, boolean number) {}

    private final List<Column> columns = new ArrayList<>();

    /** The table of an operation's items; without columns where it is no list. */
    CsvTable(ApiDocument document, ApiDocument.Operation operation) {
        JsonNode page = document.resolved(
                document.resolved(operation.node().at("/responses/200")).at("/content/application~1json/schema"));
        JsonNode item = document.resolved(page.at("/properties/items/items"));
        item.path("properties").properties().forEach(field -> {
            boolean money = field.getValue().path("$ref").asText("").endsWith(MONEY);
            String type = document.resolved(field.getValue()).path("type").asText("");
            if (money || !type.equals("array") && !type.equals("object")) {
                columns.add(new Column(field.getKey(), money, type.equals("integer") || type.equals("boolean")));
            }
        });
    }

    /** Whether a table is preferred over JSON by this Accept header. */
    static boolean isAskedFor(String accept) {
        return accept != null
                && accept.strip().toLowerCase(java.util.Locale.ROOT).startsWith("text/csv");
    }

    String of(List<Map<String, Object>> rows) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            csv.writeRecord(columns.stream().map(Column::name).toList());
            for (Map<String, Object> row : rows) {
                csv.writeRecord(columns.stream()
                        .map(column -> cell(column, row.get(column.name())))
                        .toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static String cell(Column column, Object value) {
        if (value == null) {
            return "";
        }
        if (column.money() && value instanceof Map<?, ?> money) {
            return String.valueOf(money.get("amount"));
        }
        return column.number() ? value.toString() : CsvCells.text(value.toString());
    }
}
