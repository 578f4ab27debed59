package org.clearlane.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.clearlane.simulator.ClaimFile.Claim;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The seed and CLM01 decide, and nothing else. */
class SeedTest {

    private static final String MIX =
            """
            scenarios:
              - {does: pays, allowed: 87.5, weight: 4, copay: "7.77", coinsurance: 12.5, deductible: "3.33"}
              - {does: denies, weight: 2, reason: CO-50}
              - {does: partly-pays, weight: 2, allowed: 66.67}
              - {does: rejects-277ca, weight: 1}
              - {does: reverses-and-corrects, weight: 1, correctsAfter: 0, allowed: 33.33, correctedAllowed: 44.44}
              - {does: pays, weight: 1, plb: {reason: AH, amount: "0.07"}}
            """;

    @TempDir
    Path data;

    private final Claim[] claims = IntStream.range(0, 60)
            .mapToObj(i -> Claim.of("PCN" + i, "1" + i + ".3" + i % 10, "0.01", "77.77"))
            .toArray(Claim[]::new);

    private List<String> run(String folder, long seed) throws Exception {
        try (FolderPayer payer = FolderPayer.start(data.resolve(folder), MIX, seed, new MovingClock())
                .drop("a.837", ClaimFile.of("000000401", claims))
                .settle()) {
            payer.answers("835").forEach(Balance::holdsIn);
            return payer.files().stream()
                    .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1))
                    .toList();
        }
    }

    @Test
    void sameSeedGivesTheSameBytesAndAnotherSeedOthers() throws Exception {
        List<String> first = run("first", 1);
        assertThat(run("second", 1)).isEqualTo(first);
        assertThat(run("third", 2)).isNotEqualTo(first);
    }

    @Test
    void fateOfAClaimDoesNotDependOnItsCompany() {
        Adjudicator adjudicator =
                new Adjudicator(1, FolderPayer.settings(data, MIX, 1).payers().getFirst());
        List<ReceivedClaim> together = ClaimFileReader.read(ClaimFile.of("000000401", claims))
                .getFirst()
                .claims();
        for (int i = 0; i < claims.length; i++) {
            ReceivedClaim alone = ClaimFileReader.read(ClaimFile.of("000000402", claims[i]))
                    .getFirst()
                    .claims()
                    .getFirst();
            assertThat(adjudicator.scenario(alone)).isEqualTo(adjudicator.scenario(together.get(i)));
        }
        assertThat(together.stream().map(adjudicator::scenario).distinct().count())
                .as("all six scenarios are met among sixty claims")
                .isEqualTo(6);
    }

    @Test
    void everySeedBalances() throws Exception {
        for (long seed = 10; seed < 20; seed++) {
            assertThat(run("seed" + seed, seed)).isNotEmpty();
        }
    }
}
