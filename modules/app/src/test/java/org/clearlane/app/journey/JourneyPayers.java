package org.clearlane.app.journey;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The simulated payers of these tests: quick, and told by a claim's number what to do. */
final class JourneyPayers {

    private JourneyPayers() {}

    static String settings() throws IOException {
        try (InputStream yaml = JourneyPayers.class.getResourceAsStream("/journey/simulator.yaml")) {
            return new String(yaml.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Answers that lie ready at the payers and were not fetched. */
    static List<Path> uncollected(Path simulator) throws IOException {
        try (Stream<Path> all = Files.walk(simulator)) {
            return all.filter(file -> file.getParent().endsWith("out") && Files.isRegularFile(file))
                    .toList();
        }
    }
}
