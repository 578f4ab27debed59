package org.clearlane.routes;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.stream.Stream;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;
import org.clearlane.pipeline.intake.FileIntake;
import org.clearlane.store.Trace;
import org.clearlane.store.archive.Archive;
import org.clearlane.store.ledger.Ledger;
import org.clearlane.store.ledger.Mailbox;
import org.clearlane.store.ledger.Worklist;

/** The door that is a folder: takes a file that is complete, and tells an operator about folders that are nobody's. */
public final class FolderDoor {

    private static final String PUT_ASIDE = "too-large";

    private final FileIntake intake;
    private final Ledger ledger;

    public FolderDoor(FileIntake intake, Ledger ledger) {
        this.intake = intake;
        this.ledger = ledger;
    }

    /** Takes one file of a practice. One that is too large is put aside, unread, and the practice told. */
    public void take(String practiceId, Path file) {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new Failure(FailureCode.NOT_FOUND, "only plain files are taken, no links");
        }
        if (file.toFile().length() > intake.largestFile()) {
            putAside(practiceId, file);
            return;
        }
        try (InputStream bytes = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            // A crash between the ledger and the removal brings the same file again: name, time and size tell that.
            String arrival =
                    file.getFileName() + "@" + Files.getLastModifiedTime(file).toMillis() + "/" + Files.size(file);
            Trace.begin(null);
            intake.take(practiceId, "folder", file.getFileName().toString(), arrival, bytes);
        } catch (IOException e) {
            throw new Failure(FailureCode.ARCHIVE_UNAVAILABLE, "the file cannot be read from its folder", e);
        } finally {
            Trace.end();
        }
    }

    /** Left where it lies it would be read and refused again every second, for ever. */
    private void putAside(String practiceId, Path file) {
        String name = file.getFileName().toString();
        try {
            // The time tells two of the same name apart: nothing is overwritten.
            Path aside = Files.createDirectories(file.resolveSibling(PUT_ASIDE))
                    .resolve(ledger.clock().millis() + "-" + name);
            String text =
                    """
                    Your file "%s" is larger than %d bytes, so nothing of it was taken.
                    It lies in the folder %s of your inbox. Send its claims in several files.
                    """
                            .formatted(name.replaceAll("\\p{Cntrl}", "?"), intake.largestFile(), PUT_ASIDE);
            Archive.Kept notice = intake.keep(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
            ledger.run(tx -> Mailbox.put(tx, practiceId, "NOTICE", "too-large.txt", notice, null, null));
            Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new Failure(FailureCode.ARCHIVE_UNAVAILABLE, "a file that is too large cannot be put aside", e);
        }
    }

    /** Puts folders with files in them that belong to no practice on the worklist; what is in them stays untouched. */
    public void noteUnknownFolders(Path inbox, Set<String> practiceIds) {
        try (Stream<Path> folders = Files.list(inbox)) {
            folders.filter(folder -> !practiceIds.contains(folder.getFileName().toString()))
                    .forEach(folder -> ledger.run(tx -> Worklist.put(
                            tx,
                            Worklist.Kind.UNKNOWN_FOLDER,
                            folder.getFileName().toString(),
                            null,
                            null,
                            "The inbox holds \"" + folder.getFileName()
                                    + "\", which is no practice's folder. Nothing in it is read: name a practice so, or move it",
                            null)));
        } catch (IOException e) {
            throw new Failure(FailureCode.ARCHIVE_UNAVAILABLE, "the inbox cannot be listed", e);
        }
    }
}
