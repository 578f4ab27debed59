package org.clearlane.custody;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.SQLException;

/** I1: whatever the ledger says was kept lies in the archive, unchanged and read-only; so does what was delivered. */
final class BytesAreKept implements Invariant {

    private static final String KEPT =
            """
            select kind, id, archive_key, sha256, size_bytes from (
                select 'file' as kind, id, archive_key, sha256, size_bytes from files
                union all
                select 'translation of file', id, translated_key, translated_sha256, null from files
                where translated_key is not null
                union all
                select 'interchange', id, archive_key, sha256, size_bytes from outbound_interchanges
                union all
                select 'answer', id, archive_key, sha256, size_bytes from answers
                union all
                select 'delivery', id, archive_key, sha256, size_bytes from deliveries) kept
            order by archive_key, kind, id""";

    private String key;
    private ArchiveFolder.Kept kept;

    @Override
    public String id() {
        return "I1";
    }

    @Override
    public String title() {
        return "every byte we acknowledged is kept, unchanged";
    }

    @Override
    public void check(Audit audit, Tally tally) throws SQLException, IOException {
        audit.each(KEPT, row -> {
            tally.checked();
            look(audit, row.getString("archive_key"));
            compare(
                    row.getString("kind") + " " + row.getString("id"),
                    row.getString("sha256"),
                    row.getObject("size_bytes", Long.class),
                    tally);
        });
        if (audit.mailboxes() != null) {
            checkMailboxes(audit, tally);
        }
    }

    /** The same content kept for several rows is read once: the rows come in the order of their keys. */
    private void look(Audit audit, String wanted) throws IOException {
        if (!wanted.equals(key)) {
            key = wanted;
            kept = audit.archive().inspect(wanted);
        }
    }

    private void compare(String what, String sha256, Long size, Tally tally) {
        if (!kept.present()) {
            tally.breach("%s: its bytes are missing from the archive (key %s)", what, key);
            return;
        }
        if (size != null && kept.size() != size) {
            tally.breach("%s: %d bytes are kept, the ledger says %d", what, kept.size(), size);
        }
        if (!kept.sha256().equals(sha256) || !kept.sha256().equals(key)) {
            tally.breach("%s: the kept bytes have another SHA-256 than the ledger says (key %s)", what, key);
        }
        if (kept.writable()) {
            tally.breach("%s: its kept bytes can be written to (key %s)", what, key);
        }
    }

    /** A practice may have taken its deliveries away; what still lies there must be what was kept. */
    private static void checkMailboxes(Audit audit, Tally tally) throws SQLException, IOException {
        audit.each(
                "select id, practice_id, name, sha256 from deliveries where delivered_at is not null order by id",
                row -> {
                    Path delivered = audit.mailboxes()
                            .resolve(row.getString("practice_id"))
                            .resolve(row.getString("name"));
                    if (Files.isRegularFile(delivered, LinkOption.NOFOLLOW_LINKS)) {
                        tally.checked();
                        if (!ArchiveFolder.inspect(delivered).sha256().equals(row.getString("sha256"))) {
                            tally.breach(
                                    "delivery %s: the mailbox of %s holds other bytes than were kept",
                                    row.getString("id"), row.getString("practice_id"));
                        }
                    }
                });
    }
}
