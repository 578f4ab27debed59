package org.clearlane.remittance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.clearlane.model.Money;
import org.clearlane.model.remittance.Adjustment;
import org.clearlane.model.remittance.ClaimPayment;
import org.clearlane.model.remittance.ProviderAdjustment;
import org.clearlane.transactions.t835.RemittanceDocument;
import org.junit.jupiter.api.Test;

class RemittanceRenderingTest {

    private static RemittanceDocument sample(String name) {
        return Payments.read(Payments.ROOT.resolve("samples/835").resolve(name).resolve("input.edi"))
                .documents()
                .getFirst();
    }

    private static String csv(RemittanceDocument document) throws IOException {
        StringBuilder out = new StringBuilder();
        RemittanceCsv csv = new RemittanceCsv(out, Payments.labels());
        csv.payment(document.head().payment());
        for (ClaimPayment claim : document.claims()) {
            csv.claim(claim);
        }
        for (ProviderAdjustment adjustment : document.providerAdjustments()) {
            csv.providerAdjustment(adjustment);
        }
        return out.toString();
    }

    @Test
    void csvHasOneRowForEachAmountAndEveryRowTheSameColumns() throws IOException {
        List<String> rows = csv(sample("partial-denial-co45")).lines().toList();

        assertThat(rows).hasSize(7);
        assertThat(rows.get(1))
                .startsWith("payment,EFT100002,2026-01-31,EXAMPLE HEALTH PLAN,1999999018,,,,,,,,,,80.00,");
        assertThat(rows.get(2)).contains("claim,").contains(",300.00,80.00,0.00,");
        assertThat(rows.get(3)).contains(",1,20260105,99214,25,1,180.00,80.00,");
        assertThat(rows.get(6)).contains(",CO,197,120.00,");
        assertThat(rows).allSatisfy(row -> assertThat(columns(row)).isEqualTo(22));
    }

    private static int columns(String row) {
        return row.replaceAll("\"[^\"]*\"", "").split(",", -1).length;
    }

    @Test
    void csvKeepsNegativeAmountsAsNumbers() throws IOException {
        assertThat(csv(sample("reversal-and-correction")))
                .contains(",-200.00,-150.00,")
                .doesNotContain("'-");
    }

    @Test
    void csvDisarmsTextThatASpreadsheetWouldRun() {
        assertThat(RemittanceCsv.cell("=1+1")).isEqualTo("'=1+1");
        assertThat(RemittanceCsv.cell("+1")).isEqualTo("'+1");
        assertThat(RemittanceCsv.cell("-1")).isEqualTo("'-1");
        assertThat(RemittanceCsv.cell("@SUM(A1)")).isEqualTo("'@SUM(A1)");
        assertThat(RemittanceCsv.cell("\tx")).isEqualTo("'\tx");
        assertThat(RemittanceCsv.cell("\rx")).isEqualTo("\"'\rx\"");
        assertThat(RemittanceCsv.cell("a=b")).isEqualTo("a=b");
    }

    @Test
    void csvQuotesWhatRfc4180AsksFor() {
        assertThat(RemittanceCsv.cell("a,b")).isEqualTo("\"a,b\"");
        assertThat(RemittanceCsv.cell("say \"ah\"")).isEqualTo("\"say \"\"ah\"\"\"");
        assertThat(RemittanceCsv.cell("two\nlines")).isEqualTo("\"two\nlines\"");
        assertThat(RemittanceCsv.cell("")).isEmpty();
    }

    @Test
    void textSaysWhatWasPaidWhyNotMoreAndThatItAddsUp() throws IOException {
        RemittanceDocument document = sample("provider-adjustments");
        StringBuilder out = new StringBuilder();
        RemittanceText text = new RemittanceText(out, Payments.labels());
        text.payment(document.head().payment());
        for (ClaimPayment claim : document.claims()) {
            text.claim(claim);
        }
        text.end(document.providerAdjustments(), RemittanceBalance.of(document.remittance()));

        assertThat(out.toString())
                .contains("Payment EFT100006 of 2026-01-31 over 572.00 by bank transfer (ACH)")
                .contains("billed 500.00, paid 400.00, patient's share 0.00")
                .contains("CO-45  100.00  The charge is above the agreed or largest allowed fee.")
                .contains("claim PA-0001: CLP03 500.00 − CO-45 100.00 = CLP04 400.00: balanced")
                .contains("Outside claims: WO for 99001  45.50 taken from the payment")
                .contains("Outside claims: FB for PRIOR  30.00 added to the payment")
                .contains("Everything adds up.");
    }

    @Test
    void textMarksWhatDoesNotAddUp() throws IOException {
        StringBuilder out = new StringBuilder();
        RemittanceText text = new RemittanceText(out, AdjustmentLabels.NONE);
        text.claim(Payments.claim("1", "100", "81", Payments.line("A", "100", "80", "CO-45 20")));

        assertThat(out.toString())
                .contains("! claim C1: CLP03 100.00 − CO-45 20.00 ≠ CLP04 81.00: off by -1.00")
                .contains("No label for adjustment reason 45.");
    }

    @Test
    void everyCodeOfTheFieldListHasALabel() {
        AdjustmentLabels labels = Payments.labels();
        String reasons =
                "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 31 32 33 34 35 39"
                        + " 45 50 59 96 97 109 119 125 133 151 167 170 197 198 200 204 222 226 227 231 234 235 236 242 251 252"
                        + " 253 256 272 A1 B7 B9 B13 B15 B16 B20 P1 P12 P14";
        String remarks =
                "M15 M20 M51 M76 M77 M80 MA01 MA04 MA07 MA13 MA18 MA27 MA30 MA61 MA63 MA83 MA130 N4 N20 N30 N56"
                        + " N95 N115 N130 N179 N290 N381 N382 N386 N432 N519 N522 N657 N702";
        assertThat(Set.of(reasons.split(" ")))
                .allSatisfy(code -> assertThat(labels.find(AdjustmentLabels.Kind.CARC, code))
                        .isPresent());
        assertThat(Set.of(remarks.split(" ")))
                .allSatisfy(code -> assertThat(labels.find(AdjustmentLabels.Kind.RARC, code))
                        .isPresent());
        assertThat(List.of("WO", "FB", "72", "L6", "AH", "CS", "IR"))
                .allSatisfy(code ->
                        assertThat(labels.find(AdjustmentLabels.Kind.PLB, code)).isPresent());
        assertThat(List.of("CO", "CR", "OA", "PI", "PR"))
                .allSatisfy(code -> assertThat(labels.find(AdjustmentLabels.Kind.GROUP, code))
                        .isPresent());
        assertThat(labels.text(new Adjustment("CO", "45", Money.of("1"), ""))).contains("agreed");
    }

    @Test
    void everyLabelledReasonAndRemarkIsACodeOfTheDatedList() throws IOException {
        Path codesets = Payments.ROOT.resolve("config/codesets");
        Set<String> known = new HashSet<>();
        for (String set : List.of("CARC", "RARC")) {
            Files.readAllLines(codesets.resolve(set.toLowerCase(Locale.ROOT) + ".tsv")).stream()
                    .filter(row -> !row.startsWith("#"))
                    .map(row -> set + " " + row.split("\t", 2)[0])
                    .forEach(known::add);
        }
        Set<String> labelled = new HashSet<>();
        for (String row : Files.readAllLines(codesets.resolve("adjustment-labels.tsv"))) {
            String[] cells = row.split("\t", -1);
            if (cells[0].equals("CARC") || cells[0].equals("RARC")) {
                labelled.add(cells[0] + " " + cells[1]);
            }
        }

        assertThat(known).hasSizeGreaterThan(1_500);
        assertThat(known).containsAll(labelled);
    }

    @Test
    void labelTableNamesTheLineThatIsWrong() {
        assertThatThrownBy(() -> AdjustmentLabels.load(new StringReader("type\tcode\tlabel\tmend\nCARC\t45\tx\n")))
                .hasMessageContaining("line 2");
        assertThatThrownBy(() -> AdjustmentLabels.load(new StringReader("CARC\t45\tx\t\nCARC\t45\ty\t\n")))
                .hasMessageContaining("line 2");
        assertThatThrownBy(() -> AdjustmentLabels.load(new StringReader("CARK\t45\tx\t\n")))
                .hasMessageContaining("line 1");
    }
}
