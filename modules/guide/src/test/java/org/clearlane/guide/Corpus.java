package org.clearlane.guide;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Public sample files that nobody here wrote, where this machine has them beside the checkout. */
final class Corpus {

    /** A file and what its source says of it. */
    record Sample(String name, Path path, String version, String expected) {

        @Override
        public String toString() {
            return name;
        }
    }

    private Corpus() {}

    static Path folder() {
        Path root = Path.of(System.getProperty("clearlane.root"));
        Optional<Path> shared = Stream.of("../shared", "../../shared")
                .map(up -> root.resolve(up).resolve("corpus").normalize())
                .filter(Files::isDirectory)
                .findFirst();
        assumeTrue(shared.isPresent(), "no corpus beside this checkout");
        return shared.orElseThrow();
    }

    /** The samples of transactions that a guide here describes. */
    static List<Sample> samples() throws IOException {
        return all().stream()
                .filter(sample -> sample.name().matches("(837[PID]|835|277CA|277|276|270|271|834|820|999)/.*"))
                .toList();
    }

    static List<Sample> all() throws IOException {
        Path folder = folder();
        List<Sample> samples = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("INDEX.tsv"))) {
            String[] columns = line.split("\t");
            if (!columns[0].equals("file")) {
                samples.add(new Sample(columns[0], folder.resolve(columns[0]), columns[3], columns[4]));
            }
        }
        return samples;
    }

    static List<StructureFinding> judge(Path file) {
        try {
            return CorpusWalk.of(Files.readAllBytes(file)).findings;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
