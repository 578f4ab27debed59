package org.clearlane.transactions;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Public sample files beside the checkout; tests that need them are skipped where they are not. */
public final class Corpus {

    private Corpus() {}

    public static List<Path> files(String kind) {
        Path folder = folder().resolve(kind);
        assumeTrue(Files.isDirectory(folder), "the sample files are not here");
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Path file(String kind, String name) {
        Path file = folder().resolve(kind).resolve(name);
        assumeTrue(Files.isRegularFile(file), "the sample files are not here");
        return file;
    }

    private static Path folder() {
        Path root = Path.of(System.getProperty("clearlane.root"));
        for (String up : List.of("../shared", "../../shared")) {
            Path folder = root.resolve(up).resolve("corpus").normalize();
            if (Files.isDirectory(folder)) {
                return folder;
            }
        }
        return root.resolve("../shared/corpus").normalize();
    }
}
