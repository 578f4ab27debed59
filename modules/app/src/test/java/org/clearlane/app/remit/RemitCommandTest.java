package org.clearlane.app.remit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.clearlane.app.CommandRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Help.Ansi;

class RemitCommandTest {

    private static final Path SAMPLES = CommandRun.ROOT.resolve("samples/835");

    @TempDir
    Path folder;

    static Stream<Path> samples() throws IOException {
        try (Stream<Path> folders = Files.list(SAMPLES)) {
            return folders.map(each -> each.resolve("input.edi")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everySampleBalancesInEveryForm(Path sample) throws IOException {
        CommandRun text = run(sample);
        CommandRun json = run("--json", sample);

        assertThat(text.code()).isZero();
        assertThat(text.out())
                .contains("balanced to the cent")
                .contains(" = BPR02 ")
                .doesNotContain("! ");
        assertThat(run("--csv", sample).out()).startsWith("row,trace,payment_date,");
        assertThat(json.code()).isZero();
        assertThat(json.out().lines()).hasSize(1);
        JsonNode file = new ObjectMapper().readTree(json.out());
        assertThat(file.get("file").asText()).isEqualTo(sample.toString());
        assertThat(file.get("balanced").asBoolean()).isTrue();
        for (JsonNode payment : file.get("payments")) {
            assertThat(payment.get("balanced").asBoolean()).isTrue();
            payment.get("claims")
                    .forEach(claim ->
                            assertThat(claim.get("balanced").asBoolean()).isTrue());
        }
    }

    @Test
    void writesAPageAndADocumentForPeople() throws IOException {
        CommandRun page = run("--html", sample("partial-denial-co45"));
        assertThat(page.code()).isZero();
        assertThat(page.out())
                .startsWith("<!DOCTYPE html>")
                .endsWith("</html>\n")
                .contains("CO-197", "120.00");

        Path target = folder.resolve("explanation.pdf");
        assertThat(run("--pdf", "-o", target, sample("partial-denial-co45")).code())
                .isZero();
        assertThat(Files.readAllBytes(target)).startsWith("%PDF-".getBytes());

        Path none = folder.resolve("none.pdf");
        Files.writeString(none.resolveSibling("no.edi"), "not an 835");
        assertThat(run("--pdf", "-o", none, none.resolveSibling("no.edi")).code())
                .isEqualTo(2);
        assertThat(none).doesNotExist();
    }

    @Test
    void printsTheContractOfTheJsonForm() throws IOException {
        JsonNode file = new ObjectMapper()
                .readTree(run("--json", sample("provider-adjustments")).out());

        assertThat(file.fieldNames()).toIterable().containsExactly("file", "balanced", "payments");
        JsonNode payment = file.at("/payments/0");
        assertThat(payment.fieldNames())
                .toIterable()
                .containsExactly(
                        "trace",
                        "payer",
                        "payee",
                        "amount",
                        "method",
                        "date",
                        "balanced",
                        "claims",
                        "providerAdjustments",
                        "balances",
                        "kept");
        assertThat(payment.get("payer")).hasToString("{\"name\":\"EXAMPLE HEALTH PLAN\",\"id\":\"99999\"}");
        assertThat(payment.get("payee"))
                .hasToString("{\"name\":\"EXAMPLE FAMILY PRACTICE\",\"npi\":\"1999999018\",\"taxId\":\"999000001\"}");
        assertThat(payment.get("amount")).hasToString("\"572.00\"");
        assertThat(payment.get("method").asText()).isEqualTo("ACH");
        assertThat(payment.get("date").asText()).isEqualTo("2026-01-31");
        JsonNode claim = payment.at("/claims/0");
        assertThat(claim.fieldNames())
                .toIterable()
                .containsExactly(
                        "patientControlNumber",
                        "payerControlNumber",
                        "status",
                        "charge",
                        "paid",
                        "patientResponsibility",
                        "balanced",
                        "adjustments",
                        "lines",
                        "balances",
                        "kept");
        assertThat(claim.get("charge")).hasToString("\"500.00\"");
        assertThat(claim.get("patientResponsibility")).hasToString("\"0.00\"");
        JsonNode line = claim.at("/lines/0");
        assertThat(line.fieldNames())
                .toIterable()
                .containsExactly(
                        "procedure",
                        "modifiers",
                        "charge",
                        "paid",
                        "units",
                        "adjustments",
                        "remarks",
                        "lineControlNumber");
        assertThat(line.get("modifiers").isArray()).isTrue();
        assertThat(line.get("remarks").isArray()).isTrue();
        JsonNode adjustment = line.at("/adjustments/0");
        assertThat(adjustment.fieldNames())
                .toIterable()
                .containsExactly("group", "reason", "amount", "quantity", "text");
        assertThat(adjustment.get("group").asText()).isEqualTo("CO");
        assertThat(adjustment.get("reason").asText()).isEqualTo("45");
        assertThat(adjustment.get("amount")).hasToString("\"100.00\"");
        assertThat(adjustment.get("quantity").isNull()).isTrue();
        assertThat(adjustment.get("text").asText()).isNotBlank();
        JsonNode outside = payment.at("/providerAdjustments/1");
        assertThat(outside.fieldNames()).toIterable().containsExactly("reason", "identifier", "amount", "text");
        assertThat(outside.get("reason").asText()).isEqualTo("FB");
        assertThat(outside.get("identifier").asText()).isEqualTo("PRIOR");
        assertThat(outside.get("amount")).hasToString("\"-30.00\"");
    }

    @Test
    void namesRemarksAndModifiersOfALine() throws IOException {
        JsonNode claim = new ObjectMapper()
                .readTree(run("--json", sample("denial")).out())
                .at("/payments/0/claims/0");

        assertThat(claim.at("/lines/0/remarks/0").asText()).isEqualTo("N290");
        assertThat(run(sample("denial")).out()).contains("N290  The rendering provider's identifier");
    }

    @Test
    void saysByHowMuchAPaymentDoesNotAddUp() throws IOException {
        Path wrong = edited("provider-adjustments", "BPR*I*572*", "BPR*I*571*");

        CommandRun text = run(wrong);

        assertThat(text.code()).isEqualTo(1);
        assertThat(text.out()).contains("≠ BPR02 571.00: off by 1.00").contains("1 payment, 1 not in balance.");
        JsonNode file = new ObjectMapper().readTree(run("--json", wrong).out());
        assertThat(file.get("balanced").asBoolean()).isFalse();
        assertThat(file.at("/payments/0/balanced").asBoolean()).isFalse();
        assertThat(file.at("/payments/0/claims/0/balanced").asBoolean()).isTrue();
    }

    @Test
    void doesNotCallAPaymentBalancedWhoseAmountCannotBeRead() throws IOException {
        Path wrong = edited("zero-pay", "BPR*H*0*", "BPR*H*naught*");

        CommandRun run = run(wrong);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("Not all of it could be read");
        assertThat(run.err()).contains("BPR02: The amount cannot be read").doesNotContain("naught");
    }

    @Test
    void doesNotCallAPaymentBalancedThatWasCutShort() throws IOException {
        String whole = Files.readString(sample("clean-paid"));
        Path cut = Files.writeString(folder.resolve("cut.edi"), whole.substring(0, whole.indexOf("SE*")));

        CommandRun run = run(cut);

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("It was cut short: claims may be missing.");
        assertThat(run.err()).contains("The transaction set has no SE");
        assertThat(run("--json", cut).out()).contains("\"balanced\":false,\"payments\"");
    }

    @Test
    void doesNotCallAFileBalancedBehindWhosePaymentsSomethingMayBeMissing() throws IOException {
        String whole = Files.readString(sample("clean-paid"));
        Path cut = Files.writeString(folder.resolve("cut.edi"), whole.substring(0, whole.indexOf("GE*")));

        CommandRun run = run("--json", cut);

        assertThat(run.code()).isEqualTo(1);
        JsonNode file = new ObjectMapper().readTree(run.out());
        assertThat(file.get("balanced").asBoolean()).isFalse();
        assertThat(file.at("/payments/0/balanced").asBoolean()).isTrue();
    }

    @Test
    void hasNothingToExplainWhereThereIsNo835() {
        CommandRun run = run("--json", CommandRun.ROOT.resolve("samples/837p/clean-claim/input.edi"));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("holds no 835");
        assertThat(run(folder).code()).isEqualTo(2);
        assertThat(run(folder.resolve("nothing.edi")).err()).contains("there is no such file");
        assertThat(run("--json", "--csv", sample("denial")).code()).isEqualTo(2);
    }

    @Test
    void writesToAFileWholeOrNotAtAll() throws IOException {
        Path out = folder.resolve("out.csv");

        CommandRun good = run("--csv", "-o", out, sample("denial"));
        Path none = folder.resolve("none.csv");
        CommandRun bad = run("--csv", "-o", none, CommandRun.ROOT.resolve("samples/837p/clean-claim/input.edi"));

        assertThat(good.code()).isZero();
        assertThat(good.out()).isEmpty();
        assertThat(Files.readString(out))
                .isEqualTo(run("--csv", sample("denial")).out());
        assertThat(bad.code()).isEqualTo(2);
        assertThat(folder).isDirectoryNotContaining(path -> !path.equals(out));
        assertThat(run("-o", folder.resolve("no/such/place"), sample("denial")).code())
                .isEqualTo(2);
    }

    @Test
    void usesColoursOnlyWhereTheyAreWanted() {
        assertThat(run(sample("denial")).out()).doesNotContain("\u001b");
        assertThat(CommandRun.of(command(), Ansi.ON, sample("denial")).out()).contains("\u001b[32m");
    }

    @Test
    void isOurFailureWithoutTheWordsForCodes() {
        assertThat(run("--config", folder, sample("denial")).code()).isEqualTo(3);
    }

    private Path edited(String sample, String what, String by) throws IOException {
        String text = Files.readString(sample(sample));
        assertThat(text).contains(what);
        return Files.writeString(folder.resolve("edited.edi"), text.replace(what, by));
    }

    private static Path sample(String name) {
        return SAMPLES.resolve(name).resolve("input.edi");
    }

    private static RemitCommand command() {
        return new RemitCommand(CommandRun.ROOT.resolve("config"));
    }

    private static CommandRun run(Object... arguments) {
        return CommandRun.of(command(), arguments);
    }
}
