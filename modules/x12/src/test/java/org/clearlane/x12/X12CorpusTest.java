package org.clearlane.x12;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Public samples with every oddity of live traffic, where this machine has them beside the checkout. */
class X12CorpusTest {

    private static List<Path> files() throws IOException {
        Path root = Path.of(System.getProperty("clearlane.root"));
        Optional<Path> corpus = Stream.of("../shared", "../../shared")
                .map(up -> root.resolve(up).resolve("corpus").normalize())
                .filter(Files::isDirectory)
                .findFirst();
        assumeTrue(corpus.isPresent(), "no corpus beside this checkout");
        try (Stream<Path> all = Files.walk(corpus.orElseThrow(), 2)) {
            return all.filter(Files::isRegularFile)
                    .filter(path -> !path.getParent().equals(corpus.orElseThrow()))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void readsEveryInterchangeOfEveryFile() throws IOException {
        for (Path file : files()) {
            byte[] bytes = Files.readAllBytes(file);
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            int expected = text.split("(?<![A-Za-z0-9])ISA(?=[^A-Za-z0-9 ])", -1).length - 1;
            int interchanges = 0;
            try (X12Reader reader = new X12Reader(new ByteArrayInputStream(bytes))) {
                while (reader.next()) {
                    interchanges += reader.segment().is("ISA") ? 1 : 0;
                }
                assertThat(reader.end()).as(file.toString()).isNotEqualTo(X12Reader.End.SEGMENT_TOO_LONG);
            }
            assertThat(interchanges).as(file.getFileName().toString()).isEqualTo(expected);
        }
    }
}
