package org.clearlane.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Watches a folder for files that have arrived whole: not named {@code .part}, not being written to by an SFTP client,
 * and unchanged since the look before.
 */
final class Inbox {

    private record Look(long size, long modified) {}

    private final Path folder;
    private final Set<Path> beingWritten;
    private Map<Path, Look> before = Map.of();

    Inbox(Path folder, Set<Path> beingWritten) {
        this.folder = folder;
        this.beingWritten = beingWritten;
    }

    /** The files that are whole now. */
    List<Path> arrived() throws IOException {
        List<Path> whole = new ArrayList<>();
        Map<Path, Look> now = new HashMap<>();
        for (Path file : DurableFiles.list(folder)) {
            if (!isFinished(file) || beingWritten.contains(file)) {
                continue;
            }
            try {
                Look look = new Look(
                        Files.size(file), Files.getLastModifiedTime(file).toMillis());
                if (look.equals(before.get(file))) {
                    whole.add(file);
                } else {
                    now.put(file, look);
                }
            } catch (NoSuchFileException e) {
                // Its sender took it back between the listing and the look.
                continue;
            }
        }
        before = now;
        return whole;
    }

    /** Whether nothing lies there but what its sender has not finished. */
    boolean isEmpty() throws IOException {
        return DurableFiles.list(folder).stream().noneMatch(Inbox::isFinished);
    }

    private static boolean isFinished(Path file) {
        String name = file.getFileName().toString();
        return !name.endsWith(".part") && !name.startsWith(".");
    }
}
