package org.clearlane.pipeline.intake;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.clearlane.model.CrashPoint;
import org.clearlane.store.archive.Archive;
import org.clearlane.store.ledger.FileLedger;
import org.clearlane.store.ledger.FileLedger.ReceivedFile;
import org.clearlane.store.ledger.Ledger;
import org.clearlane.store.ledger.Ledger.Tx;
import org.clearlane.store.ledger.Mailbox;
import org.clearlane.store.ledger.Outbox;

/**
 * Takes files from practices. When {@link #take} has returned, the bytes are on disk and the file is in the ledger;
 * whoever handed it in may forget it. The same bytes from the same practice are one file, however often they come.
 */
public final class FileIntake {

    /** The queue of files to judge. */
    public static final String QUEUE = "inbound.file.judge";

    private final Ledger ledger;
    private final Archive archive;
    private final long largestFile;

    /** @param largestFile the limit in bytes above which a file is refused */
    public FileIntake(Ledger ledger, Archive archive, long largestFile) {
        this.ledger = ledger;
        this.archive = archive;
        this.largestFile = largestFile;
    }

    /** The limit in bytes above which a file is refused. */
    public long largestFile() {
        return largestFile;
    }

    /**
     * What became of a file.
     *
     * @param fileId its id, or that of the file with the same bytes
     * @param sha256 of its bytes
     * @param repeat whether these bytes were handed in before: nothing is submitted twice
     */
    public record Receipt(String fileId, String sha256, boolean repeat) {}

    /**
     * Keeps a file and enters it.
     *
     * @param practiceId whose it is
     * @param door {@code folder} or {@code api}
     * @param name what the practice calls it; data, never a path
     * @param arrival what tells this arrival from another of the same bytes; the same arrival again is no repeat
     */
    public Receipt take(String practiceId, String door, String name, String arrival, InputStream bytes) {
        Archive.Kept kept = archive.keep(bytes, largestFile);
        CrashPoint.INTAKE_BEFORE_COMMIT.reached();
        Receipt receipt = ledger.transact(tx -> enter(tx, practiceId, door, name, arrival, kept));
        CrashPoint.INTAKE_AFTER_COMMIT.reached();
        return receipt;
    }

    /** Keeps bytes without entering them yet; for callers that enter them in a transaction of their own. */
    public Archive.Kept keep(InputStream bytes) {
        return archive.keep(bytes, largestFile);
    }

    /** Enters kept bytes in this transaction. */
    public Receipt enter(Tx tx, String practiceId, String door, String name, String arrival, Archive.Kept kept)
            throws java.sql.SQLException {
        String id = tx.ids().next("file_");
        Optional<ReceivedFile> first = FileLedger.enter(tx, id, practiceId, door, name, arrival, kept);
        if (first.isEmpty()) {
            Outbox.put(tx, QUEUE, id);
            return new Receipt(id, kept.sha256(), false);
        }
        if (!FileLedger.knowsArrival(tx, first.get(), arrival)) {
            FileLedger.repeated(tx, first.get(), door, name, arrival);
            Mailbox.put(
                    tx,
                    practiceId,
                    "NOTICE",
                    "duplicate.txt",
                    notice(first.get()),
                    first.get().id(),
                    null);
        }
        return new Receipt(first.get().id(), kept.sha256(), true);
    }

    private Archive.Kept notice(ReceivedFile first) {
        String text =
                """
                This file is a duplicate of %s, which you handed in as "%s".
                Every byte is the same. Nothing was submitted a second time; the answers to the first file stand.
                """
                        .formatted(first.id(), first.originalName().replaceAll("\\p{Cntrl}", "?"));
        return archive.keep(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), largestFile);
    }
}
