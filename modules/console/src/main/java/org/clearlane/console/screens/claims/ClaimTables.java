package org.clearlane.console.screens.claims;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.clearlane.api.CsvCells;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Claims as tables that people open in a spreadsheet. In CSV, text that a spreadsheet would take for a formula gets a quote in
 * front; in XLSX every cell has its type, so that text is text, an amount is a number (a negative one too) and a day a day.
 */
final class ClaimTables {

    private static final String[] HEAD = {
        "claim",
        "patient control number",
        "patient",
        "payer",
        "service from",
        "service to",
        "charge",
        "paid",
        "state",
        "received",
        "whose"
    };
    private static final int HUNDREDTHS = 2;

    private ClaimTables() {}

    static void csv(List<ClaimRow> rows, OutputStream out) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            csv.writeRecord(HEAD);
            for (ClaimRow row : rows) {
                csv.writeRecord(
                        row.id(),
                        CsvCells.text(row.patientControlNumber()),
                        CsvCells.text(row.patient()),
                        CsvCells.text(row.payer()),
                        day(row.serviceFrom()),
                        day(row.serviceTo()),
                        row.charge().toString(),
                        row.paid().toString(),
                        row.state().name(),
                        row.receivedAt().toString(),
                        CsvCells.text(row.assignee()));
            }
        }
    }

    private static String day(LocalDate day) {
        return day == null ? "" : day.toString();
    }

    /** @param zone whose clocks the times are written by; a spreadsheet has no zones */
    static void xlsx(List<ClaimRow> rows, ZoneId zone, OutputStream out) throws IOException {
        try (Workbook book = new Workbook(out, "Clearlane", null)) {
            Worksheet sheet = book.newWorksheet("Claims");
            for (int column = 0; column < HEAD.length; column++) {
                boolean time = HEAD[column].equals("received");
                sheet.value(0, column, time ? "received (" + zone.getId() + ")" : HEAD[column]);
                sheet.style(0, column).bold().set();
            }
            sheet.freezePane(0, 1);
            int line = 1;
            for (ClaimRow row : rows) {
                sheet.value(line, 0, row.id());
                sheet.value(line, 1, storable(row.patientControlNumber()));
                sheet.value(line, 2, storable(row.patient()));
                sheet.value(line, 3, storable(row.payer()));
                if (row.serviceFrom() != null) {
                    sheet.value(line, 4, row.serviceFrom());
                }
                if (row.serviceTo() != null) {
                    sheet.value(line, 5, row.serviceTo());
                }
                sheet.value(line, 6, java.math.BigDecimal.valueOf(row.charge().cents(), HUNDREDTHS));
                sheet.value(line, 7, java.math.BigDecimal.valueOf(row.paid().cents(), HUNDREDTHS));
                sheet.value(line, 8, row.state().name());
                sheet.value(line, 9, row.receivedAt().atZone(zone).toLocalDateTime());
                sheet.value(line, 10, storable(row.assignee()));
                line++;
            }
            if (line > 1) {
                sheet.range(1, 4, line - 1, 5).style().format("yyyy-mm-dd").set();
                sheet.range(1, 6, line - 1, 7).style().format("#,##0.00").set();
                sheet.range(1, 9, line - 1, 9)
                        .style()
                        .format("yyyy-mm-dd hh:mm")
                        .set();
            }
        }
    }

    /** XML holds no control characters but three; others become blanks. */
    private static String storable(String text) {
        return text == null ? "" : text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", " ");
    }
}
