package org.clearlane.judgement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.clearlane.judgement.FileVerdict.Verdict;
import org.junit.jupiter.api.Test;

/** Public samples that nobody here wrote, where they are at hand. */
class CorpusTest {

    private static final String WRONG_SEPARATOR = "ISA16 says ':' and the composites use '>'";

    /** Samples that their sources call valid and that the guide refuses all the same. */
    private static final Map<String, String> REFUSED_ALL_THE_SAME = Map.of(
            "stupidedi__COB-claim-from-billing-provider-to-payer-b.edi", "production, with made-up NPIs",
            "x12__demo.cob.2ndary.example4.837", WRONG_SEPARATOR,
            "x12__demo.example9.837", WRONG_SEPARATOR,
            "x12__demo.example11.837", WRONG_SEPARATOR,
            "x12__demo.example12.837", WRONG_SEPARATOR,
            "x12__demo.ambulance.example5.837", "CLM05-2 is empty and required",
            "x12__demo.cob.example3.B.837", "the pay-to address has a ZIP code of four digits",
            "x12__demo.cob.example3.A.837", "loop 2320 without the required 2330B",
            "x12__demo.cob.example4.837", "AMT*F2 in 2320, which 5010 no longer has",
            "x12__sample.txt", "lines point at a second diagnosis where there is one; made-up NPIs in production");

    /** The same of other transactions, judged by structure alone; docs/reference/conformance.md says why. */
    private static final Set<String> OTHERS_REFUSED_ALL_THE_SAME = Set.of(
            "271/x12__subscriber-health-benefit-check-error.271",
            "277/stupidedi__1.era",
            "277/x12-parser__x12_277_x212.txt",
            "277/x12__provider-level-status.277",
            "834/hccinfhir__sample_834_02.txt",
            "834/hccinfhir__sample_834_05.txt",
            "834/x12__enroll-employee-managed-care.834",
            "835/x12__cob-contractural-adjustment.835",
            "835/x12__demo.835",
            "835/x12__managed-care.835",
            "835/x12__sample2.txt",
            "835/x12__secondary-payment.835",
            "835/x12__tertiary-payment.835");

    private record Entry(String name, String version, String expected, String special, String balance) {}

    @Test
    void everySampleGetsAVerdictAndAnAnswer() throws IOException {
        for (Entry entry : entries()) {
            Recording recording = judged(entry);
            assertThat(recording.verdict).as(entry.name()).isNotNull();
            if (recording.verdict.verdict() != Verdict.UNREADABLE) {
                assertThat(recording.ta1).as(entry.name()).isNotEmpty();
            }
        }
    }

    @Test
    void samplesCalledInvalidAreRefused() throws IOException {
        for (Entry entry : entries()) {
            if (entry.expected().equals("invalid")) {
                assertThat(judged(entry).verdict.claims().accepted())
                        .as(entry.name())
                        .isZero();
                assertThat(judged(entry).verdict.verdict()).as(entry.name()).isIn(Verdict.REJECTED, Verdict.UNREADABLE);
            }
        }
    }

    @Test
    void samplesOfTheVersionBeforeAreAnsweredWithGuideUnsupported() throws IOException {
        for (Entry entry : entries()) {
            if (entry.version().startsWith("004010")) {
                Recording recording = judged(entry);
                assertThat(recording.verdict.verdict()).as(entry.name()).isEqualTo(Verdict.REJECTED);
                assertThat(recording.functional).as(entry.name()).containsPattern("IK5.R(.[0-9]+)*.I6");
            }
        }
    }

    @Test
    void samplesCalledValidAreAcceptedSaveThoseThatAreNot() throws IOException {
        int accepted = 0;
        for (Entry entry : entries()) {
            boolean envelopeFault = entry.special().contains("SE01=")
                    || entry.special().contains("IEA")
                    || entry.special().contains("GE02");
            if (!entry.expected().startsWith("valid")
                    || entry.version().startsWith("004010")
                    || entry.balance().contains("BAD")
                    || envelopeFault) {
                continue;
            }
            Recording recording = judged(entry);
            if (REFUSED_ALL_THE_SAME.containsKey(entry.name())) {
                assertThat(recording.verdict.verdict()).as(entry.name()).isEqualTo(Verdict.REJECTED);
            } else {
                assertThat(recording.errors()).as(entry.name()).isEmpty();
                assertThat(recording.verdict.verdict()).as(entry.name()).isEqualTo(Verdict.ACCEPTED);
                accepted++;
            }
        }
        assertThat(accepted).isGreaterThan(20);
    }

    @Test
    void everySampleOfEveryTransactionGetsAVerdict() throws IOException {
        for (String[] columns : index()) {
            Recording recording = judged(columns[0]);
            assertThat(recording.verdict).as(columns[0]).isNotNull();
            if (recording.verdict.verdict() != Verdict.UNREADABLE) {
                assertThat(recording.ta1).as(columns[0]).isNotEmpty();
            }
        }
    }

    @Test
    void otherTransactionsCalledValidAreAcceptedSaveThoseThatAreNot() throws IOException {
        Set<String> refused = new TreeSet<>();
        int accepted = 0;
        for (String[] columns : index()) {
            boolean known = columns[3].matches("005010X(212|214|218|220A1|221A1|224A2|279|279A1)");
            if (known && columns[4].startsWith("valid") && !columns[1].equals("278")) {
                boolean taken = judged(columns[0]).verdict.verdict() == Verdict.ACCEPTED;
                accepted += taken ? 1 : 0;
                if (!taken) {
                    refused.add(columns[0]);
                }
            }
        }
        assertThat(refused).containsExactlyInAnyOrderElementsOf(OTHERS_REFUSED_ALL_THE_SAME);
        assertThat(accepted).isGreaterThan(50);
    }

    private static Recording judged(String file) throws IOException {
        return Recording.of(Files.readAllBytes(corpus().resolve(file)), JudgeOptions.offline(2));
    }

    private static List<String[]> index() throws IOException {
        try (Stream<String> lines = Files.lines(corpus().resolve("INDEX.tsv"), StandardCharsets.UTF_8)) {
            return lines.skip(1).map(line -> line.split("\t", -1)).toList();
        }
    }

    private static Recording judged(Entry entry) throws IOException {
        return Recording.of(Files.readAllBytes(corpus().resolve("837P").resolve(entry.name())));
    }

    private static List<Entry> entries() throws IOException {
        try (Stream<String> lines = Files.lines(corpus().resolve("INDEX.tsv"), StandardCharsets.UTF_8)) {
            return lines.filter(line -> line.startsWith("837P/"))
                    .map(line -> line.split("\t", -1))
                    .map(parts -> new Entry(parts[0].substring(5), parts[3], parts[4], parts[6], parts[7]))
                    .toList();
        }
    }

    private static Path corpus() {
        for (String up : List.of("../shared", "../../shared")) {
            Path folder = Sample.ROOT.resolve(up).resolve("corpus");
            if (Files.isDirectory(folder)) {
                return folder;
            }
        }
        assumeTrue(false, "the corpus is not at hand");
        return null;
    }
}
