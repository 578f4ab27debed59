package org.clearlane.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** A payer that is two folders. In an outage they are not there. */
final class FolderDoor implements Door {

    private final PayerFolders folders;
    private final Inbox inbox;

    FolderDoor(PayerFolders folders) {
        this.folders = folders;
        this.inbox = new Inbox(folders.in(), Set.of());
    }

    @Override
    public void open() throws IOException {
        reappear(folders.in());
        reappear(folders.out());
    }

    private static void reappear(Path folder) throws IOException {
        Path hidden = hidden(folder);
        if (Files.isDirectory(hidden)) {
            // A client may have made the folder anew meanwhile and put files there: they are not lost.
            for (Path file : DurableFiles.list(folder)) {
                DurableFiles.move(file, hidden.resolve(file.getFileName()));
            }
            Files.deleteIfExists(folder);
            DurableFiles.move(hidden, folder);
        }
        Files.createDirectories(folder);
    }

    private static Path hidden(Path folder) {
        return folder.resolveSibling("." + folder.getFileName() + "-away");
    }

    @Override
    public void close() {
        // Folders stay.
    }

    @Override
    public void outage() throws IOException {
        DurableFiles.move(folders.in(), hidden(folders.in()));
        DurableFiles.move(folders.out(), hidden(folders.out()));
    }

    @Override
    public PayerEndpoint endpoint() {
        return new PayerEndpoint.Folder(folders.in(), folders.out());
    }

    @Override
    public Inbox inbox() {
        return inbox;
    }

    @Override
    public void acceptThenCut(int times) {
        throw new IllegalArgumentException("a folder has no reply that could be cut");
    }
}
