package org.clearlane.transactions.t835;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearlane.transactions.t835.Remittances.bytes;
import static org.clearlane.transactions.t835.Remittances.read;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.clearlane.model.finding.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RemittanceReaderPropertyTest {

    static Stream<Path> samples() {
        return Remittances.samples().stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void readsEverySampleWithoutFinding(Path sample) {
        RemittanceFile file = read(bytes(sample));

        assertThat(file.documents()).isNotEmpty();
        assertThat(file.findings()).isEmpty();
        assertThat(file.documents())
                .allSatisfy(document -> assertThat(document.findings()).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void keepsEverySegmentOfEverySample(Path sample) {
        String text = new String(bytes(sample), StandardCharsets.ISO_8859_1);
        List<String> sent = Arrays.stream(
                        text.replace("\r", "").replace("\n", "").split("~"))
                .filter(segment -> !segment.matches("(?s)(\u00ef\u00bb\u00bf)?(ISA|GS|ST|SE|GE|IEA)\\W.*"))
                .toList();

        List<String> kept = new ArrayList<>();
        for (RemittanceDocument document : read(bytes(sample)).documents()) {
            kept.addAll(document.head().segments());
            document.groups().forEach(group -> {
                kept.addAll(group.head().segments());
                group.claims().forEach(claim -> kept.addAll(claim.segments()));
            });
            kept.addAll(document.end().segments());
        }

        assertThat(kept).isEqualTo(sent);
    }

    /** Cut anywhere, a sample never throws, and what is missing is never silent. */
    @ParameterizedTest
    @MethodSource("samples")
    void sampleCutAtAnyByteIsToldAndNeverThrows(Path sample) {
        byte[] whole = bytes(sample);
        int trailer = new String(whole, StandardCharsets.ISO_8859_1).lastIndexOf("IEA");
        for (int length = 0; length < trailer + "IEA".length(); length++) {
            RemittanceFile file = read(Arrays.copyOf(whole, length));
            boolean told = !file.findings().isEmpty()
                    || file.documents().stream().anyMatch(document -> !document.isReadable());
            assertThat(told).as("cut at %d", length).isTrue();
        }
    }

    @Test
    void damagedSamplesNeverThrow() {
        Random random = new Random(835);
        for (Path sample : Remittances.samples()) {
            byte[] whole = bytes(sample);
            for (int round = 0; round < 300; round++) {
                byte[] damaged = whole.clone();
                for (int hit = 0; hit <= random.nextInt(8); hit++) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
                }
                List<Finding> findings = read(damaged).findings();
                assertThat(findings).isNotNull();
            }
        }
    }

    @Test
    void readsEveryRemittanceOfTheCorpus() throws IOException {
        Optional<Path> corpus = Remittances.corpus();
        assumeTrue(corpus.isPresent());
        try (Stream<Path> files = Files.walk(corpus.get())) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(path -> path.getParent().getFileName().toString().contains("835"))
                    .toList()) {
                RemittanceFile read = read(bytes(file));
                assertThat(read.documents()).as(file.getFileName().toString()).isNotEmpty();
            }
        }
    }

    @Test
    void anyFileOfTheCorpusIsReadWithoutException() throws IOException {
        Optional<Path> corpus = Remittances.corpus();
        assumeTrue(corpus.isPresent());
        try (Stream<Path> files = Files.walk(corpus.get())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(read(bytes(file))).as(file.getFileName().toString()).isNotNull();
            }
        }
    }
}
