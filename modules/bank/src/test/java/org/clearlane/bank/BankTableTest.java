package org.clearlane.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.clearlane.model.Failure;
import org.clearlane.model.Money;
import org.clearlane.model.bank.EftReceipt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BankTableTest {

    private static final String HEADING = "Effective Date,Type,Amount,Originator,Addenda,Bank Reference,Account\n";

    private final BankFiles files =
            new BankFiles(BankLayouts.load(Path.of(System.getProperty("clearlane.root"), "config")));

    private BankFiles.Recognised read(String text) {
        return files.read(text.getBytes(StandardCharsets.UTF_8), null);
    }

    @Test
    void readsTheRowsThatArePaymentsByTheirHeadings() {
        BankFiles.Recognised table = read(HEADING
                + "02/02/2026,ACH Credit,\"$1,132.00\",NORTHWIND PLAN,RMT TRN*1*EFT1*1512345678~,REF9,00012345678\n"
                + "02/02/2026,Fee,-5.00,FIRST BANK,,REF10,00012345678\n");

        assertThat(table.kind()).isEqualTo("ach-credits");
        assertThat(table.reading().problems()).isEmpty();
        assertThat(table.reading().receipts())
                .containsExactly(new EftReceipt(
                        2,
                        Money.of("1132.00"),
                        LocalDate.of(2026, 2, 2),
                        "EFT1",
                        "1512345678",
                        "NORTHWIND PLAN",
                        "",
                        "",
                        "5678",
                        "REF9"));
        assertThat(table.reading().others()).hasSize(1);
    }

    @Test
    void refusesTheTableForOneCellThatCannotBeRead() {
        BankReading reading = read(HEADING + "02/02/2026,ACH Credit,1.00,A,,1,1\n2/30/2026,ACH Credit,1.005,A,,2,1\n")
                .reading();

        assertThat(reading.receipts()).isEmpty();
        assertThat(reading.problems())
                .extracting(BankProblem::inWords)
                .containsExactly(
                        "line 3: The day is not written as MM/dd/yyyy. Correct the cell or the layout.",
                        "line 3: The amount is not dollars and cents. Correct the cell; a dollar sign and commas are fine.");
    }

    @Test
    void saysWhenNobodyKnowsTheTable() {
        assertThat(read("a,b\n1,2\n").reading().problems()).hasSize(1);
        assertThat(files.read(new byte[0], null).reading().problems()).hasSize(1);
        assertThat(files.read(new byte[0], "no-such-bank").reading().problems()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "'12', 12.00", "'$1,234.5', 1234.50", "'(25.00)', -25.00", "'-25.00', -25.00", "'1,23', ", "'1.005', ",
        "'1.000', ", "'', ", "'1e3', ", "'1,234,567.89', 1234567.89"
    })
    void readsMoneyAsTablesWriteIt(String cell, String amount) {
        assertThat(BankTableReader.amount(cell).map(Money::toString).orElse(null)).isEqualTo(amount);
    }

    @Test
    void tellsAllMistakesOfALayoutAtOnce(@TempDir Path config) throws IOException {
        Files.createDirectories(config.resolve("banks"));
        Files.writeString(config.resolve("banks/mine.yaml"), "separater: ','\ncolumns: {dat: Day, amount: Amount}\n");

        assertThatThrownBy(() -> BankLayouts.load(config))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("separater is not a known key")
                .hasMessageContaining("columns.dat is not a known field")
                .hasMessageContaining("columns.date is missing");
    }
}
