package org.clearlane.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every folder of {@code samples/837p}: a file, and the answers it must get on 1 March 2026, each checked by hand. */
class GoldenSamplesTest {

    static Stream<Path> cases() throws IOException {
        return Files.list(Sample.ROOT.resolve("samples/837p")).sorted();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void answersAsExpected(Path folder) throws IOException {
        Recording recording = Recording.of(Files.readAllBytes(folder.resolve("input.edi")));

        assertThat(lines(recording.functional)).isEqualTo(expected(folder.resolve("expected.999.edi")));
        assertThat(lines(recording.claimStatus)).isEqualTo(expected(folder.resolve("expected.277ca.edi")));
    }

    private static String lines(String answer) {
        return answer.replace("~", "~\n");
    }

    private static String expected(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
    }
}
