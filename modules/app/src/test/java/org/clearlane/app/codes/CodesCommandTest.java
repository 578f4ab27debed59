package org.clearlane.app.codes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.clearlane.app.CommandRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodesCommandTest {

    private static final Path CONFIG = CommandRun.ROOT.resolve("config");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private static CommandRun codes(Path config, Object... words) {
        return CommandRun.of(new CodesCommand(CLOCK, config), words);
    }

    @Test
    void listsEverySetWithItsEditions() throws IOException {
        CommandRun run = codes(CONFIG, "list", "--json");

        JsonNode sets = new ObjectMapper().readTree(run.out());
        assertThat(run.code()).isZero();
        assertThat(sets.findValuesAsText("set")).contains("icd-10-cm", "icd-10-pcs", "hcpcs", "cpt", "carc", "mce");
        assertThat(sets.get(0).get("rows").asInt()).isEqualTo(98_214);
        assertThat(sets.get(0).get("editions").get(0).get("completeUntil").asText())
                .isEqualTo("2026-09-30");
        assertThat(codes(CONFIG, "list").out())
                .contains("icd-10-pcs", "80,029", "complete until 2026-09-30, came along");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "E11.9|2025-09-30|0|billable in fiscal year 2025",
                "G35|2025-09-30|0|billable in fiscal year 2025",
                "G35|2025-10-01|1|a heading in fiscal year 2026",
                "C9152|2024-01-01|1|ended on 2023-12-31",
                "C9152|2023-12-31|0|in force since 2023-10-01 until 2023-12-31",
                "99213|2026-01-01|0|has the shape of one; no licensed list",
                "J9998|2026-01-01|1|complete only until 2024-09-30",
                "$$$|2026-01-01|1|no code of this set looks like this",
            })
    void saysWhatIsKnownOfACodeOnADay(String code, String day, int exit, String words) {
        CommandRun run = codes(CONFIG, "check", code, "--on", day);

        assertThat(run.code()).as(run.out()).isEqualTo(exit);
        assertThat(run.out()).contains(words);
    }

    @Test
    void asksOneSetAndToday() {
        CommandRun run = codes(CONFIG, "check", "11", "--set", "place-of-service", "--json");

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("\"on\" : \"2026-03-01\"", "\"standing\" : \"VALID\"");
    }

    @Test
    void importsIntoTheOperatorsFolderAndJudgesByItAfterwards() throws IOException {
        Path config = Files.createDirectories(folder.resolve("config/codesets")).getParent();
        Path file = Files.writeString(folder.resolve("cpt.csv"), "code,words\n99213,x\n99214,y\n");

        CommandRun imported = codes(config, "import", "cpt", file, "--from", "2026-01-01");
        CommandRun known = codes(config, "check", "99213", "--set", "cpt", "--on", "2026-02-01");
        CommandRun unknown = codes(config, "check", "99215", "--set", "cpt", "--on", "2026-02-01");

        assertThat(imported.code()).as(imported.err()).isZero();
        assertThat(imported.out())
                .contains("cpt: 2 rows are kept as", "cpt@2026-01-01.tsv", "2 codes begin: 99213 99214");
        assertThat(config.resolve("codesets/imported/cpt@2026-01-01.tsv"))
                .content()
                .doesNotContain("words");
        assertThat(known.code()).isZero();
        assertThat(unknown.code()).isEqualTo(1);
    }

    @Test
    void refusesAFileWithExitCodeOneAndItsLine() throws IOException {
        Path config = Files.createDirectories(folder.resolve("config/codesets")).getParent();
        Path file = Files.writeString(folder.resolve("cpt.csv"), "99213\nnonsense\n");

        CommandRun run = codes(config, "import", "cpt", file, "--from", "2026-01-01");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("cpt.csv is refused: line 2 has no code of cpt", "Nothing was imported");
        assertThat(config.resolve("codesets/imported")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "import nonsense x --from 2026-01-01|there is no set nonsense; there are icd-10-cm",
                "import icd-10-cm x|needs --version with the US fiscal year",
                "import hcpcs x|needs --from with the first day",
                "import hcpcs x --from 2026-01-01 --version ../x|it names a file",
                "import hcpcs x --from 2026-02-01 --until 2026-01-01|--until lies before --from",
                "check E119 --on yesterday|Invalid value for option '--on'",
                "impact x --set mce --from 2026-01-01 --days 0|--days is a number from 1",
            })
    void saysHowItIsMeant(String words, String why) {
        CommandRun run = codes(CONFIG, (Object[]) words.split(" "));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains(why);
    }

    @Test
    void helpTeaches() {
        assertThat(codes(CONFIG, "--help").out()).contains("Examples:", "codes check E11.9", "Exit codes:", "imported");
        assertThat(codes(CONFIG, "import", "--help").out()).contains("order files", "--even-if-smaller");
    }
}
