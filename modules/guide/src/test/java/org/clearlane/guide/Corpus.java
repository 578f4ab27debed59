package org.clearlane.guide;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.clearlane.x12.Segment;
import org.clearlane.x12.X12Reader;

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

    static List<Sample> samples() throws IOException {
        Path folder = folder();
        List<Sample> samples = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("INDEX.tsv"))) {
            String[] columns = line.split("\t");
            if (columns[0].matches("(837[PID]|835|277CA|277|276|270|271|834|820|999)/.*")) {
                samples.add(new Sample(columns[0], folder.resolve(columns[0]), columns[3], columns[4]));
            }
        }
        return samples;
    }

    static List<StructureFinding> judge(Path file) {
        List<StructureFinding> findings = new ArrayList<>();
        Map<Guide, SetMatcher> matchers = new HashMap<>();
        SetMatcher matcher = null;
        String version = "";
        try (X12Reader reader = new X12Reader(Files.newInputStream(file))) {
            while (reader.next()) {
                Segment segment = reader.segment();
                if (segment.is("GS")) {
                    version = segment.element(8);
                } else if (segment.is("ST")) {
                    matcher = SampleSet.GUIDES
                            .find(version, segment.element(1))
                            .map(guide -> matchers.computeIfAbsent(guide, each -> each.matcher(findings::add)))
                            .orElse(null);
                    if (matcher != null) {
                        matcher.begin();
                    }
                }
                if (matcher != null) {
                    matcher.accept(segment);
                    if (segment.is("SE")) {
                        matcher.end();
                        matcher = null;
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (matcher != null) {
            matcher.end();
        }
        return findings;
    }
}
