package org.clearlane.app.validate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

class ValidateCommandTest {

    private static final Path ROOT = Path.of(System.getProperty("clearlane.root"));
    private static final Path SAMPLES = ROOT.resolve("samples/837p");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @Test
    void acceptsACleanFile() {
        assertThat(run(sample("clean-claim"))).isZero();
        assertThat(out.toString()).contains("accepted, 1 claim, 1 accepted, 0 rejected");
    }

    @Test
    void saysWhatIsWrongWhereAndWhatToDo() {
        assertThat(run(sample("two-claims-one-bad"))).isEqualTo(1);
        assertThat(out.toString())
                .contains("partial, 2 claims, 1 accepted, 1 rejected")
                .contains("claim LFC-1002, loop 2300, segment 37, HI")
                .contains("Nothing was sent for the")
                .contains("Add 2300 HI.");
    }

    @Test
    void printsTheContractOfTheJsonForm() throws IOException {
        assertThat(run("--json", sample("two-claims-one-bad"))).isEqualTo(1);

        JsonNode file = new ObjectMapper().readTree(out.toString());
        assertThat(file.fieldNames()).toIterable().containsExactly("file", "verdict", "claims", "interchanges");
        assertThat(file.get("verdict").asText()).isEqualTo("partial");
        assertThat(file.get("claims")).hasToString("{\"total\":2,\"accepted\":1,\"rejected\":1}");
        JsonNode interchange = file.at("/interchanges/0");
        assertThat(interchange.fieldNames())
                .toIterable()
                .containsExactly("control", "sender", "receiver", "ta1", "groups");
        assertThat(interchange.get("sender").asText()).isEqualTo("ZZ:LAKESIDE");
        assertThat(interchange.get("ta1")).hasToString("{\"code\":\"A\",\"note\":\"000\"}");
        JsonNode group = interchange.at("/groups/0");
        assertThat(group.fieldNames())
                .toIterable()
                .containsExactly("control", "functionalId", "version", "ack", "transactions");
        assertThat(group.get("ack").asText()).isEqualTo("E");
        JsonNode set = group.at("/transactions/0");
        assertThat(set.fieldNames())
                .toIterable()
                .containsExactly("control", "kind", "guide", "ack", "claims", "findings");
        assertThat(set.get("kind").asText()).isEqualTo("837P");
        assertThat(set.get("claims").asInt()).isEqualTo(2);
        JsonNode finding = set.at("/findings/0");
        assertThat(finding.fieldNames())
                .toIterable()
                .containsExactly(
                        "code",
                        "snip",
                        "severity",
                        "claim",
                        "loop",
                        "segment",
                        "position",
                        "element",
                        "component",
                        "repeat",
                        "ack",
                        "status",
                        "message",
                        "mend");
        assertThat(finding.get("claim").asText()).isEqualTo("LFC-1002");
        assertThat(finding.get("position").asInt()).isEqualTo(37);
        assertThat(finding.get("element").isNull()).isTrue();
        assertThat(finding.get("ack")).hasToString("{\"ik3\":\"3\",\"ik4\":null}");
    }

    @Test
    void printsTheStatusOfAnEdit() throws IOException {
        run("--json", sample("bad-npi"));

        JsonNode finding =
                new ObjectMapper().readTree(out.toString()).at("/interchanges/0/groups/0/transactions/0/findings/0");
        assertThat(finding.get("status").asText()).isEqualTo("A7:562:85");
        assertThat(finding.get("ack").isNull()).isTrue();
        assertThat(finding.get("element").asInt()).isEqualTo(9);
    }

    @Test
    void printsOneObjectALineForSeveralFiles() {
        assertThat(run("--json", sample("clean-claim"), sample("wrong-se01"))).isEqualTo(1);
        assertThat(out.toString().lines()).hasSize(2).allMatch(line -> line.startsWith("{\"file\":"));
    }

    @Test
    void looksNoFurtherThanTheSnipTypeAskedFor() {
        assertThat(run("--snip", "2", sample("charge-not-sum"))).isZero();
        assertThat(run("--snip", "3", sample("charge-not-sum"))).isEqualTo(1);
    }

    @Test
    void writesTheAnswersThatWouldBeSent() throws IOException {
        Path input = Files.copy(SAMPLES.resolve("clean-claim/input.edi"), folder.resolve("batch.edi"));

        assertThat(run("--acks", folder.resolve("acks").toString(), input.toString()))
                .isZero();

        assertThat(Files.readString(folder.resolve("acks/batch.ta1.edi"))).contains("TA1*000000101*");
        assertThat(Files.readString(folder.resolve("acks/batch.999.edi")))
                .isEqualTo(Files.readString(SAMPLES.resolve("clean-claim/expected.999.edi"))
                        .replace("\n", ""));
        assertThat(Files.readString(folder.resolve("acks/batch.277ca.edi"))).contains("STC*A2:20*20260301*WQ*132~");
        assertThat(folder.resolve("acks"))
                .isDirectoryContaining(path -> path.toString().endsWith(".edi"));
    }

    @Test
    void leavesNoEmptyAnswerBehind() throws IOException {
        assertThat(run("--acks", folder.toString(), sample("unknown-guide"))).isEqualTo(1);
        assertThat(folder.resolve("input.999.edi")).exists();
        assertThat(folder.resolve("input.277ca.edi")).doesNotExist();
    }

    @Test
    void answersWhatCannotBeReadWithATa1() throws IOException {
        Path letter = Files.writeString(folder.resolve("letter.txt"), "Dear payer");
        Path torn = Files.writeString(folder.resolve("torn.edi"), "ISA*00*          *00*");

        run("--acks", folder.resolve("acks").toString(), letter.toString(), torn.toString());

        assertThat(folder.resolve("acks/letter.ta1.edi")).content().contains("TA1*000000000*260301*1200*R*022~");
        assertThat(folder.resolve("acks/torn.ta1.edi")).content().contains("TA1*000000000*260301*1200*R*022~");
    }

    @Test
    void tellsUnreadableInputFromBadInput() throws IOException {
        Path text = Files.writeString(folder.resolve("letter.txt"), "Dear payer");

        assertThat(run(text.toString())).isEqualTo(2);
        assertThat(run(folder.resolve("nothing.edi").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("cannot be read");
    }

    @Test
    void refusesASnipTypeThatIsNone() {
        assertThat(run("--snip", "8", sample("clean-claim"))).isEqualTo(2);
    }

    @Test
    void failsWhenItsOwnConfigurationIsWrong() {
        assertThat(run("--config", folder.toString(), sample("clean-claim"))).isEqualTo(3);
    }

    private static String sample(String name) {
        return SAMPLES.resolve(name).resolve("input.edi").toString();
    }

    private int run(String... arguments) {
        Clock clock = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
        return new CommandLine(new ValidateCommand(clock, ROOT.resolve("config")))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .execute(arguments);
    }
}
