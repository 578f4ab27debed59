package org.clearlane.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.clearlane.model.finding.Finding;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file of {@code samples/crashers}: findings and an answer come out of it, nothing else. */
class CrashersTest {

    static Stream<Path> files() throws IOException {
        return Files.list(Sample.ROOT.resolve("samples/crashers"))
                .filter(file -> file.toString().endsWith(".edi"))
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("files")
    void onlyFindingsEscape(Path file) throws IOException {
        Recording recording = Recording.of(Files.readAllBytes(file));

        AnswerCheck.everythingIsAnsweredOnce(recording);
        for (Finding finding : recording.findings()) {
            assertThat(finding.message()).isNotBlank().endsWith(".");
            assertThat(finding.mend()).isNotBlank().endsWith(".");
        }
    }
}
