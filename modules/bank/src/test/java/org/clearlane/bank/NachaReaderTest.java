package org.clearlane.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.clearlane.model.Money;
import org.clearlane.model.bank.EftReceipt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NachaReaderTest {

    private static final Nacha TWO = new Nacha()
            .batch("260202")
            .pays(13_200, "EFT1")
            .pays(5, "EFT2")
            .end();

    @Test
    void readsDayAmountAndTrace() {
        BankReading reading = NachaReader.read(TWO.bytes());

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.receipts())
                .containsExactly(
                        new EftReceipt(
                                3,
                                Money.of("132.00"),
                                LocalDate.of(2026, 2, 2),
                                "EFT1",
                                "1512345678",
                                "NORTHWIND PLAN",
                                "1512345678",
                                "1234567893",
                                "5678",
                                "091000010000001"),
                        new EftReceipt(
                                5,
                                Money.of("0.05"),
                                LocalDate.of(2026, 2, 2),
                                "EFT2",
                                "1512345678",
                                "NORTHWIND PLAN",
                                "1512345678",
                                "1234567893",
                                "5678",
                                "091000010000002"));
    }

    @Test
    void readsTheSameWithoutLineEndsWithOthersAndBehindAByteOrderMark() {
        List<EftReceipt> plain = NachaReader.read(TWO.bytes()).receipts();
        String text = new String(TWO.bytes(), StandardCharsets.ISO_8859_1);

        for (String other : List.of(
                text.replace("\n", ""), text.replace("\n", "\r\n"), "\u00ef\u00bb\u00bf" + text, text.stripTrailing())) {
            byte[] bytes = other.getBytes(StandardCharsets.ISO_8859_1);
            assertThat(NachaReader.recognises(bytes)).isTrue();
            assertThat(NachaReader.read(bytes).receipts()).isEqualTo(plain);
        }
    }

    @Test
    void readsAFileWithoutFillWhoseBlankEndsWereCut() {
        List<String> records = TWO.records().stream()
                .filter(record -> !record.matches("9{94}"))
                .map(String::stripTrailing)
                .toList();

        assertThat(NachaReader.read(Nacha.bytes(records)).receipts()).hasSize(2);
    }

    @Test
    void takesADebitAsMoneyTakenBack() {
        BankReading reading = NachaReader.read(new Nacha()
                .batch("260202")
                .entry("27", 2_500, "TRN*1*BACK1*1512345678\\")
                .end()
                .bytes());

        assertThat(reading.receipts()).singleElement().satisfies(receipt -> {
            assertThat(receipt.amount()).isEqualTo(Money.of("-25.00"));
            assertThat(receipt.trace()).isEqualTo("BACK1");
        });
    }

    @Test
    void namesWhatPaysNoClaims() {
        BankReading reading = NachaReader.read(new Nacha()
                .batch("260202", "PPD", "PAYROLL")
                .entry("22", 100, null)
                .end()
                .batch("260202", "CCD", "SUPPLIES")
                .entry("22", 200, null)
                .entry("23", 0, null)
                .pays(300, "T1")
                .end()
                .bytes());

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.receipts()).extracting(EftReceipt::trace).containsExactly("T1");
        assertThat(reading.others())
                .extracting(OtherEntry::why)
                .containsExactly(
                        "an entry of class PPD, which pays no claims",
                        "a payment that does not say it is for claims",
                        "a trial entry without money");
    }

    @Test
    void takesAClaimPaymentWhoseTraceTheBankDropped() {
        BankReading reading =
                NachaReader.read(new Nacha().batch("260202").entry("22", 100, null).end().bytes());

        assertThat(reading.receipts()).singleElement().satisfies(receipt -> assertThat(receipt.trace()).isEmpty());
    }

    /** Each changes one record of the file, which is refused with that record's line. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    1 | 094101 | 094102 | 1  | format 1
                    2 | 260202 | 261302 | 2  | no day
                    3 | 0000013200 | 00000132.0 | 3 | not ten digits
                    3 | 091000019 | 091000018 | 3 | check digit
                    3 | 0000013200 | 0000013201 | 7 | said to be 132.05 and are 132.06
                    4 | 0001000000 | 0001000009 | 4 | another entry
                    7 | 8220000004 | 8220000005 | 7 | said to be 5 and is 4
                    7 | 0018200002 | 0018200003 | 7 | entry hash
                    7 | 1512345678 | 1512345679 | 7 | differ from the batch header
                    8 | 9000001 | 9000002 | 8 | number of batches
                    8 | 000001000001 | 000001000002 | 8 | number of blocks
                    """)
    void refusesAFileWithTheLineAndTheReason(int line, String from, String to, int told, String reason) {
        assertRefused(records -> replaced(records, line, from, to), told, reason);
    }

    private static List<String> replaced(List<String> records, int line, String from, String to) {
        List<String> changed = new java.util.ArrayList<>(records);
        String before = records.get(line - 1);
        assertThat(before).contains(from);
        changed.set(line - 1, before.replaceFirst(java.util.regex.Pattern.quote(from), to));
        return changed;
    }

    @Test
    void refusesAFileThatWasCutShort() {
        assertRefused(records -> records.subList(0, 6), 6, "cut short");
        assertRefused(records -> records.subList(0, 9), 9, "filled in part");
    }

    @Test
    void refusesAnEntryWithoutTheAddendaItAnnounces() {
        assertRefused(
                records -> {
                    List<String> less = new java.util.ArrayList<>(records);
                    less.remove(3);
                    return less;
                },
                3,
                "none follows");
    }

    private static void assertRefused(UnaryOperator<List<String>> change, int line, String reason) {
        BankReading reading = NachaReader.read(Nacha.bytes(change.apply(TWO.records())));

        assertThat(reading.receipts()).isEmpty();
        assertThat(reading.problems()).anySatisfy(problem -> {
            assertThat(problem.line()).isEqualTo(line);
            assertThat(problem.message()).contains(reason);
            assertThat(problem.mend()).isNotBlank();
        });
    }

    @Test
    void anyCutAndAnyChangedByteIsAProblemOrNothingButNeverAnException() {
        byte[] whole = TWO.bytes();
        for (int cut = 0; cut < whole.length; cut++) {
            NachaReader.read(java.util.Arrays.copyOf(whole, cut));
        }
        java.util.Random random = new java.util.Random(20260202);
        for (int i = 0; i < 2_000; i++) {
            byte[] changed = whole.clone();
            changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            NachaReader.read(changed);
        }
    }
}
