package org.clearlane.store.ledger;

import java.sql.SQLException;
import java.util.Optional;
import org.clearlane.store.Sql;
import org.clearlane.store.archive.Archive;
import org.clearlane.store.ledger.Ledger.Tx;

/** What a practice gets back. A delivery is written with what caused it and carried out afterwards. */
public final class Mailbox {

    /** The queue of deliveries to carry out. */
    public static final String QUEUE = "mailbox.deliver";

    /** Something for a practice's mailbox. */
    public record Delivery(
            String id, String practiceId, String kind, String name, String archiveKey, boolean delivered) {}

    private Mailbox() {}

    /**
     * Puts something into a practice's mailbox.
     *
     * @param kind TA1, 999, 277CA, 835, CSV, NOTICE
     * @param extension the file name's last part, for example {@code 999.x12}
     * @param fileId the practice's file it answers, or null
     * @param answerId the payer's answer it comes from, or null
     */
    public static String put(
            Tx tx, String practiceId, String kind, String extension, Archive.Kept kept, String fileId, String answerId)
            throws SQLException {
        return put(tx, practiceId, kind, extension, kept, fileId, answerId, null);
    }

    /**
     * As {@link #put(Tx, String, String, String, Archive.Kept, String, String)}, for a practice's part of a remittance.
     *
     * @param remittanceId the payer's payment it is a part of, or null
     */
    public static String put(
            Tx tx,
            String practiceId,
            String kind,
            String extension,
            Archive.Kept kept,
            String fileId,
            String answerId,
            String remittanceId)
            throws SQLException {
        String id = tx.ids().next("dlv_");
        String name = id.substring(4) + "." + extension;
        Sql.update(
                tx.connection(),
                """
                insert into deliveries (id, practice_id, kind, name, archive_key, sha256, size_bytes, file_id, answer_id,
                    created_at, remittance_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                id,
                practiceId,
                kind,
                name,
                kept.key(),
                kept.sha256(),
                kept.size(),
                fileId,
                answerId,
                tx.now(),
                remittanceId);
        Outbox.put(tx, QUEUE, id);
        return id;
    }

    /** A delivery by its id. */
    public static Optional<Delivery> find(Tx tx, String id) throws SQLException {
        return Sql.first(
                tx.connection(),
                "select * from deliveries where id = ?",
                row -> new Delivery(
                        row.getString("id"),
                        row.getString("practice_id"),
                        row.getString("kind"),
                        row.getString("name"),
                        row.getString("archive_key"),
                        row.getTimestamp("delivered_at") != null),
                id);
    }

    /** Notes that the practice has it. */
    public static void delivered(Tx tx, String id) throws SQLException {
        Sql.update(tx.connection(), "update deliveries set delivered_at = ? where id = ?", tx.now(), id);
    }
}
