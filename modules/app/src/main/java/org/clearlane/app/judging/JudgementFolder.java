package org.clearlane.app.judging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;

/**
 * Where everything lies that a verdict depends on.
 *
 * @param config guides, edits, code sets
 * @param profiles the folder with {@code practices/} and {@code payers/}, where partners' rules lie; usually the same
 */
public record JudgementFolder(Path config, Path profiles) {

    private static final List<String> OF_THE_HOUSE = List.of("guides", "edits", "codesets");
    private static final List<String> OF_PARTNERS = List.of("payers", "practices");

    /** Both in one. */
    public static JudgementFolder in(Path config) {
        return new JudgementFolder(config, config);
    }

    /** The files, by the path under which they are known: {@code edits/catalog.yaml}, {@code payers/northwind/rules.yaml}. */
    public SortedMap<String, Path> files() {
        SortedMap<String, Path> files = new TreeMap<>();
        OF_THE_HOUSE.forEach(folder -> add(files, config, folder, 1));
        // Profiles themselves (payers/northwind.yaml) hold how to reach somebody and are no part of a verdict.
        OF_PARTNERS.forEach(folder -> add(files, profiles, folder, 2));
        return files;
    }

    private static void add(SortedMap<String, Path> files, Path root, String folder, int leastDepth) {
        Path dir = root.resolve(folder);
        if (!Files.isDirectory(dir)) {
            return;
        }
        try (Stream<Path> all = Files.walk(dir, 4)) {
            all.filter(Files::isRegularFile)
                    .filter(file -> dir.relativize(file).getNameCount() >= leastDepth)
                    .filter(file -> file.toString().matches(".*\\.(yaml|yml|tsv|csv|txt)"))
                    .forEach(file -> files.put(root.relativize(file).toString(), file));
        } catch (IOException | java.io.UncheckedIOException e) {
            throw new Failure(FailureCode.CONFIGURATION, "the folder " + dir + " cannot be read", e);
        }
    }
}
