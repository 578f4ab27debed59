package org.clearlane.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every folder of {@code samples/acknowledgments}: a file of any transaction, and the 999 it must get on 1 March 2026 for
 * its structure, written by hand from the rules; its note says why.
 */
class GoldenAcknowledgmentsTest {

    static Stream<Path> cases() throws IOException {
        return Files.list(Sample.ROOT.resolve("samples/acknowledgments")).sorted();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void answersAsExpected(Path folder) throws IOException {
        Recording recording = Recording.of(Files.readAllBytes(folder.resolve("input.edi")), JudgeOptions.offline(2));

        assertThat(recording.functional.replace("~", "~\n"))
                .isEqualTo(Files.readString(folder.resolve("expected.999.edi"), StandardCharsets.ISO_8859_1));
        assertThat(folder.resolve("note.md")).isNotEmptyFile();
        AnswerCheck.everythingIsAnsweredOnce(recording);
    }
}
