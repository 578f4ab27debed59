package org.clearlane.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every folder of {@code samples/837p}, {@code 837i} and {@code 837d}: a file, and the answers it must get on 1 March 2026, each checked by hand. */
class GoldenSamplesTest {

    static Stream<Path> cases() throws IOException {
        List<Path> cases = new ArrayList<>();
        for (String kind : List.of("837p", "837i", "837d")) {
            try (Stream<Path> folders =
                    Files.list(Sample.ROOT.resolve("samples").resolve(kind))) {
                folders.sorted().forEach(cases::add);
            }
        }
        return cases.stream();
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
