package org.clearlane.pipeline.mailbox;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.clearlane.model.CrashPoint;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;
import org.clearlane.pipeline.Step;
import org.clearlane.store.archive.Archive;
import org.clearlane.store.ledger.Ledger;
import org.clearlane.store.ledger.Mailbox;
import org.clearlane.store.ledger.Mailbox.Delivery;
import org.clearlane.store.ledger.Outbox;

/**
 * Puts a delivery into the practice's mailbox folder: written beside, synced, renamed. Done twice it leaves the same
 * file with the same bytes.
 */
public final class DeliverToMailbox implements Step {

    private final Ledger ledger;
    private final Archive archive;
    private final Path mailboxes;

    /** @param mailboxes the folder that holds one folder a practice */
    public DeliverToMailbox(Ledger ledger, Archive archive, Path mailboxes) {
        this.ledger = ledger;
        this.archive = archive;
        this.mailboxes = mailboxes;
    }

    @Override
    public void perform(Outbox.Message message) {
        ledger.run(tx -> {
            if (!Outbox.begin(tx, message.id())) {
                return;
            }
            Delivery delivery = Mailbox.find(tx, message.subject())
                    .orElseThrow(() -> new IllegalStateException("no delivery " + message.subject()));
            if (!delivery.delivered()) {
                place(delivery);
                CrashPoint.MAILBOX_BEFORE_COMMIT.reached();
                Mailbox.delivered(tx, delivery.id());
            }
            Outbox.done(tx, message.id());
        });
    }

    private void place(Delivery delivery) {
        Path folder = mailboxes.resolve(delivery.practiceId());
        Path part = folder.resolve(delivery.name() + ".part");
        try {
            Files.createDirectories(folder);
            Files.copy(archive.path(delivery.archiveKey()), part, StandardCopyOption.REPLACE_EXISTING);
            try (FileChannel written = FileChannel.open(part, StandardOpenOption.READ)) {
                written.force(true);
            }
            Files.move(part, folder.resolve(delivery.name()), StandardCopyOption.ATOMIC_MOVE);
            try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
                directory.force(true);
            }
        } catch (IOException e) {
            throw new Failure(
                    FailureCode.ARCHIVE_UNAVAILABLE,
                    "the mailbox of " + delivery.practiceId() + " cannot be written ("
                            + e.getClass().getSimpleName() + ")",
                    e);
        }
    }
}
