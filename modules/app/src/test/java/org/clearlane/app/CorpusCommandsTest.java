package org.clearlane.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.clearlane.app.remit.RemitCommand;
import org.clearlane.app.validate.ValidateCommand;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files nobody here wrote: whatever they are, commands answer and none of it is our failure. */
class CorpusCommandsTest {

    private static final Path CONFIG = CommandRun.ROOT.resolve("config");

    @TempDir
    Path folder;

    private List<Path> corpus = List.of();

    @BeforeEach
    void findCorpus() throws IOException {
        for (String place : List.of("../shared/corpus", "../../shared/corpus")) {
            Path found = CommandRun.ROOT.resolve(place).normalize();
            if (Files.isDirectory(found)) {
                try (Stream<Path> files = Files.walk(found)) {
                    corpus = files.filter(Files::isRegularFile).sorted().toList();
                }
                break;
            }
        }
        assumeTrue(!corpus.isEmpty());
    }

    @Test
    void judgesEveryFileOfTheCorpusAndAnswersIt() throws IOException {
        Clock clock = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
        List<Object> arguments = new ArrayList<>(List.of("--json", "--acks", folder));
        arguments.addAll(corpus);

        CommandRun run = CommandRun.of(new ValidateCommand(clock, CONFIG), arguments.toArray());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).isEmpty();
        List<String> lines = run.out().lines().toList();
        assertThat(lines).hasSameSizeAs(corpus);
        for (int i = 0; i < lines.size(); i++) {
            JsonNode judged = new ObjectMapper().readTree(lines.get(i));
            assertThat(judged.get("file").asText()).isEqualTo(corpus.get(i).toString());
            JsonNode claims = judged.get("claims");
            assertThat(claims.get("accepted").asLong() + claims.get("rejected").asLong())
                    .isEqualTo(claims.get("total").asLong());
        }
    }

    @Test
    void explainsEveryRemittanceOfTheCorpusInEveryForm() throws IOException {
        int remittances = 0;
        for (Path file : corpus) {
            CommandRun text = CommandRun.of(new RemitCommand(CONFIG), file);
            CommandRun csv = CommandRun.of(new RemitCommand(CONFIG), "--csv", file);
            CommandRun json = CommandRun.of(new RemitCommand(CONFIG), "--json", file);

            assertThat(text.code()).as(file.toString()).isBetween(0, 2);
            assertThat(List.of(csv.code(), json.code())).as(file.toString()).containsOnly(text.code());
            if (text.code() == 2) {
                assertThat(text.out() + csv.out() + json.out()).isEmpty();
            } else {
                remittances++;
                JsonNode parsed = new ObjectMapper().readTree(json.out());
                assertThat(parsed.get("balanced").asBoolean()).isEqualTo(text.code() == 0);
                assertThat(csv.out().lines().filter(line -> line.startsWith("payment,")))
                        .hasSize(parsed.get("payments").size());
            }
        }
        assertThat(remittances).isGreaterThan(30);
    }
}
