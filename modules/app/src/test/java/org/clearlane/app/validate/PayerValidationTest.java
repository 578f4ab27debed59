package org.clearlane.app.validate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.clearlane.app.CommandRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code validate --payer} over the demo, whose README says which claim goes where. */
class PayerValidationTest {

    private static final Path SAMPLES = CommandRun.ROOT.resolve("samples/demo");
    private static final Path LAKESIDE = SAMPLES.resolve("files/lakeside-family/claims-20260925.edi");

    @TempDir
    Path folder;

    private Path config;

    @BeforeEach
    void makeConfigurationWithPayersOfTheDemo() throws IOException {
        config = folder.resolve("config");
        copy(CommandRun.ROOT.resolve("config"), config);
        copy(SAMPLES.resolve("payers"), config.resolve("payers"));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Path target = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(each, target);
                }
            }
        }
    }

    @Test
    void warnsOfAClaimTheServiceWouldHold() {
        CommandRun run = run("--payer", "northwind", LAKESIDE);

        assertThat(run.out())
                .contains("24 claims, 21 accepted (1 would be held), 3 rejected")
                .contains("claim LF26-0021, loop 2010BB, segment 397, NM109 [claim.held, SNIP 7]")
                .contains("The claim would be held: unknown payer.");
    }

    @Test
    void warnsOfAClaimThatWouldGoToAnotherPayer() {
        assertThat(run("--payer", "northwind", LAKESIDE).out())
                .contains("The claim would go to blue-harbor, not to northwind.")
                .contains("The claim would go to cedar-point, not to northwind.");
    }

    @Test
    void tellsHoldsAsFindingsOfTheJsonForm() throws IOException {
        CommandRun run = run("--json", "--payer", "NWH01", LAKESIDE);

        JsonNode file = new ObjectMapper().readTree(run.out());
        assertThat(file.get("claims")).hasToString("{\"total\":24,\"accepted\":21,\"rejected\":3,\"held\":1}");
        List<JsonNode> held = findings(file).stream()
                .filter(finding -> finding.get("code").asText().equals("claim.held"))
                .toList();
        assertThat(held).hasSize(1);
        assertThat(held.getFirst().get("severity").asText()).isEqualTo("warning");
        assertThat(held.getFirst().get("claim").asText()).isEqualTo("LF26-0021");
        // The demo's README: 8 claims for Blue Harbor and 6 for Cedar Point, less what of them is refused.
        assertThat(findings(file).stream()
                        .filter(finding -> finding.get("code").asText().equals("claim.other-payer")))
                .hasSizeBetween(11, 14);
    }

    @Test
    void warnsWhereTestAndProductionMix() throws IOException {
        String production = Files.readString(LAKESIDE);
        Path test = Files.writeString(folder.resolve("test.edi"), production.replaceFirst("\\*P\\*:~", "*T*:~"));

        CommandRun run = run("--payer", "northwind", test);

        assertThat(run.out())
                .contains("The claim would be held: test and production do not mix")
                .contains("Send the file with the ISA15 of the route, P");
    }

    @Test
    void isNotTheWorseForAWarning() {
        Path clean = SAMPLES.resolve("files/summit-orthopedics/claims-20260922.edi");

        assertThat(run("--payer", "northwind", clean).code()).isZero();
    }

    @Test
    void namesThePayersItKnowsWhenAskedAboutAnother() {
        CommandRun run = run("--payer", "nobody", LAKESIDE);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("there is no payer nobody; known: blue-harbor (BHM02), cedar-point (CPI03), ");
    }

    private static List<JsonNode> findings(JsonNode file) {
        return file.findValues("findings").stream()
                .flatMap(array -> {
                    Stream.Builder<JsonNode> each = Stream.builder();
                    array.forEach(each::add);
                    return each.build();
                })
                .toList();
    }

    private CommandRun run(Object... arguments) {
        Clock clock = Clock.fixed(Instant.parse("2026-09-25T12:00:00Z"), ZoneOffset.UTC);
        return CommandRun.of(new ValidateCommand(clock, config), arguments);
    }
}
