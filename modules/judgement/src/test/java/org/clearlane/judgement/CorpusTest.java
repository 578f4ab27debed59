package org.clearlane.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.clearlane.judgement.FileVerdict.Verdict;
import org.junit.jupiter.api.Test;

/** Public professional claims that nobody here wrote, judged in full, where they are at hand. */
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
            "x12__demo.cob.example3.A.837", "loop 2320 without the required 2330B",
            "x12__demo.cob.example4.837", "AMT*F2 in 2320, which 5010 no longer has",
            "x12__sample.txt", "lines point at a second diagnosis where there is one; made-up NPIs in production");

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

    private static Recording judged(Entry entry) throws IOException {
        return Recording.of(Files.readAllBytes(Corpus.folder().resolve("837P").resolve(entry.name())));
    }

    private static List<Entry> entries() throws IOException {
        return Corpus.index().stream()
                .filter(columns -> columns[0].startsWith("837P/"))
                .map(columns -> new Entry(columns[0].substring(5), columns[3], columns[4], columns[6], columns[7]))
                .toList();
    }
}
