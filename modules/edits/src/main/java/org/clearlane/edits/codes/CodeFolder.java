package org.clearlane.edits.codes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;

/**
 * Where the tables lie: those that come with the program in {@code config/codesets}, an operator's own in its folder
 * {@code imported}, which no new version of the program touches.
 */
final class CodeFolder {

    static final String IMPORTED = "imported";
    static final String ENDING = ".tsv";
    private static final int MOST_MISTAKES_TOLD = 50;

    private final Path folder;

    CodeFolder(Path folder) {
        this.folder = folder;
    }

    Path imported() {
        return folder.resolve(IMPORTED);
    }

    /** The table that comes along, if there is one, then the imported ones by name: {@code <id>@<version>.tsv}. */
    List<Path> files(CodeSet set) {
        List<Path> files = new ArrayList<>();
        Path shipped = folder.resolve(set.id() + ENDING);
        if (Files.isRegularFile(shipped)) {
            files.add(shipped);
        }
        if (Files.isDirectory(imported())) {
            try (Stream<Path> all = Files.list(imported())) {
                all.filter(file -> isOf(set, file.getFileName().toString()))
                        .sorted()
                        .forEach(files::add);
            } catch (IOException unreadable) {
                throw new Failure(FailureCode.CONFIGURATION, imported() + " cannot be read", unreadable);
            }
        }
        return files;
    }

    private static boolean isOf(CodeSet set, String name) {
        return name.startsWith(set.id() + "@") && name.endsWith(ENDING);
    }

    /**
     * Reads a table.
     *
     * @throws Failure with code CONFIGURATION and every mistake with its line
     */
    static <T> T read(Path file, BiFunction<byte[], Consumer<String>, T> reader) {
        List<String> mistakes = new ArrayList<>();
        T table = null;
        try {
            table = reader.apply(Files.readAllBytes(file), what -> mistakes.add(file.getFileName() + ":" + what));
        } catch (IOException unreadable) {
            mistakes.add(file.getFileName() + ": cannot be read");
        }
        if (!mistakes.isEmpty()) {
            throw new Failure(
                    FailureCode.CONFIGURATION,
                    mistakes.size() + " mistakes in the code sets:\n  "
                            + String.join("\n  ", mistakes.subList(0, Math.min(MOST_MISTAKES_TOLD, mistakes.size()))));
        }
        return table;
    }
}
