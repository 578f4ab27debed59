package org.clearlane.console;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.net.http.HttpResponse;
import java.util.List;
import org.clearlane.api.CsvCells;
import org.clearlane.store.Sql;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attack A-07: a cell that a spreadsheet would take for a formula. Amounts, negative ones too, stay numbers. */
@ExtendWith(OneConsole.class)
class SpreadsheetInjectionTest {

    private static final List<String> FORMULAS = List.of(
            "=cmd|' /C calc'!A0",
            "+1+1",
            "-2+3",
            "@SUM(A1:A9)",
            "\t=1+1",
            "\r=1+1",
            "=HYPERLINK(\"http://evil.example\",\"x\")");

    private final ConsoleHouse house;

    SpreadsheetInjectionTest(ConsoleHouse house) {
        this.house = house;
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1", "+1", "-1", "@x", "\tx", "\rx"})
    void isTakenForTextInACell(String formula) {
        assertThat(CsvCells.text(formula)).isEqualTo("'" + formula);
        assertThat(CsvCells.text("x" + formula)).isEqualTo("x" + formula);
    }

    /** Every table the console offers, found by its address, with formulas in every text that practices or payers write. */
    @Test
    void isInNoTableThatSomebodyDownloads() throws Exception {
        LedgerRows rows = new LedgerRows(house);
        int number = 0;
        for (String formula : FORMULAS) {
            String claim = rows.claim("harbor", "SHEET" + number++, "HELD", "northwind", 12_800);
            house.ledger().run(tx -> {
                Sql.update(
                        tx.connection(),
                        "update claims set patient_control_number = ?, payer_claim_number = ?, payer_code = ?, hold_reason = ? where id = ?",
                        formula,
                        formula,
                        formula,
                        formula,
                        claim);
                Sql.update(
                        tx.connection(),
                        "update files set original_name = ? where id = (select file_id from claims where id = ?)",
                        formula,
                        claim);
            });
        }
        List<String> tables = Walk.pages(house).stream()
                .filter(page -> page.endsWith(".csv") || page.contains("csv"))
                .toList();
        assertThat(tables).contains("/claims.csv");
        int seen = 0;
        for (String name : List.of("hal", "olga", "ada")) {
            Browser browser = house.browser(name);
            for (String table : tables) {
                HttpResponse<String> answer = browser.get(Walk.filled(house, table));
                if (!answer.headers().firstValue("Content-Type").orElse("").startsWith("text/csv")) {
                    continue;
                }
                try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(answer.body())) {
                    for (CsvRecord row : csv) {
                        for (String cell : row.getFields()) {
                            boolean amount = cell.matches("-?[0-9]+(\\.[0-9]+)?");
                            assertThat(amount || cell.isEmpty() || "=+-@\t\r".indexOf(cell.charAt(0)) < 0)
                                    .as("%s, %s: a cell that begins a formula: %s", name, table, cell)
                                    .isTrue();
                            seen += cell.startsWith("'") ? 1 : 0;
                        }
                    }
                }
                assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                        .as(table)
                        .startsWith("attachment");
            }
        }
        assertThat(seen).as("formulas that came as text").isGreaterThanOrEqualTo(FORMULAS.size());
    }
}
