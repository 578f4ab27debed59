package org.clearlane.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that others wrote: whatever is in them, the payer reads them and answers what it takes. */
class ForeignFilesTest {

    @TempDir
    Path data;

    private static Path corpus() {
        Path root = Path.of(System.getProperty("clearlane.root"));
        return Stream.of("../shared/corpus/837P", "../../shared/corpus/837P")
                .map(root::resolve)
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(null);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @Test
    void everyClaimTakenIsPaidInBalance() throws Exception {
        Path corpus = corpus();
        assumeTrue(corpus != null, "no corpus beside the checkout");
        SimulatorSettings settings = SimulatorSettings.parse(
                "payers:\n  - {id: P1, transport: folder, delimiters: \"*:^~\", scenarios: [{does: pays, allowed: 73.21, coinsurance: 15}]}",
                data);
        int paid = 0;
        for (Path file : files(corpus)) {
            ControlNumbers numbers = new ControlNumbers(data.resolve("numbers"));
            AnswerPlanner planner = new AnswerPlanner(1, settings.payers().getFirst(), numbers, new MovingClock());
            for (ReceivedInterchange interchange : ClaimFileReader.read(Files.readAllBytes(file))) {
                for (PlannedAnswer planned : planner.answers(interchange, Instant.EPOCH)) {
                    Answer answer = new Answer(planned.bytes());
                    if (answer.kind().equals("835")) {
                        Balance.holdsIn(answer);
                        paid += answer.all("CLP").size();
                    }
                }
            }
        }
        assertThat(paid).as("claims paid of the corpus").isGreaterThan(20);
    }

    @Test
    void filesCutAnywhereAreReadWithoutAnException() {
        byte[] file = ClaimFile.of("000000701", ClaimFile.Claim.of("P1", "100.00", "50.00"));
        for (int length = 0; length < file.length; length++) {
            List<ReceivedInterchange> read = ClaimFileReader.read(java.util.Arrays.copyOf(file, length));
            assertThat(read)
                    .allSatisfy(interchange -> assertThat(interchange.note()).isEqualTo("023"));
        }
        assertThat(ClaimFileReader.read(file).getFirst().note()).isEqualTo("000");
    }
}
