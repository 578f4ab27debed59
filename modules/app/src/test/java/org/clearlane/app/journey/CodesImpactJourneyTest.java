package org.clearlane.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearlane.app.journey.ClaimFile.NORTHWIND;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.clearlane.app.CommandRun;
import org.clearlane.app.codes.CodesCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code codes impact} beside a running service: the claims of its ledger against a year that ends one of their codes. */
@ExtendWith(OneHouse.class)
class CodesImpactJourneyTest {

    private static final Path CONFIG = CommandRun.ROOT.resolve("config");

    private final House house;

    @TempDir
    private Path folder;

    CodesImpactJourneyTest(House house) {
        this.house = house;
    }

    @Test
    void namesTheClaimsThatUseACodeWhichEnds() throws Exception {
        ClaimFile file = ClaimFile.of("IMPACT", 12, NORTHWIND);
        String code = file.text().split("HI\\*ABK:")[1].split("[*~]")[0];
        long using = Arrays.stream(file.text().split("CLM\\*"))
                .filter(claim -> claim.contains(":" + code + "*") || claim.contains(":" + code + "~"))
                .count();
        Path ends = orderFile("ends.txt", code);
        JsonNode before = impact(ends);

        house.dropAndAwaitJudged(file);
        JsonNode after = impact(ends);

        assertThat(using).isPositive();
        assertThat(claims(after, code) - claims(before, code)).isEqualTo(using);
        assertThat(after.get("claimsLookedAt").asLong()
                        - before.get("claimsLookedAt").asLong())
                .isEqualTo(12);
        assertThat(after.get("ended").asInt()).isEqualTo(1);
        assertThat(claims(impact(orderFile("keeps.txt", "A000")), code)).isZero();
    }

    private static long claims(JsonNode impact, String code) {
        for (JsonNode each : impact.get("codes")) {
            if (each.get("code").asText().equals(code)) {
                assertThat(each.get("why").asText()).isEqualTo("ends");
                return each.get("claims").asLong();
            }
        }
        return 0;
    }

    private JsonNode impact(Path file) throws IOException {
        CommandRun run = CommandRun.of(
                new CodesCommand(Clock.systemUTC(), CONFIG),
                "impact",
                file,
                "--set",
                "icd-10-cm",
                "--version",
                "2027",
                "--data",
                house.archive().getParent(),
                "--json");
        assertThat(run.code()).as(run.err()).isZero();
        return new ObjectMapper().readTree(run.out());
    }

    /** The codes of 2026 without one of them, laid out as the publisher does. */
    private Path orderFile(String name, String without) throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<String> rows = Files.lines(CONFIG.resolve("codesets/icd-10-cm.tsv"))) {
            rows.filter(row -> !row.startsWith("#"))
                    .map(row -> row.split("\t", -1))
                    .filter(row -> row[2].isEmpty() && !row[0].equals(without))
                    .forEach(row -> lines.add("%05d %-7s %s %-60s %s"
                            .formatted(lines.size() + 1, row[0], row[3], "short text", "long text")));
        }
        return Files.write(folder.resolve(name), lines);
    }
}
