package org.clearlane.store.ledger;

import java.sql.SQLException;
import java.util.Optional;
import org.clearlane.model.Money;
import org.clearlane.store.Sql;
import org.clearlane.store.archive.Archive;
import org.clearlane.store.ledger.Ledger.Tx;
import org.clearlane.store.webhooks.WebhookEvents;
import org.clearlane.store.webhooks.WebhookType;

/** Files from practices, their interchanges and sets. */
public final class FileLedger {

    /**
     * A file whose receipt was acknowledged.
     *
     * @param arrival what tells one arrival at the door from another: for a folder its name, time and size; for the API
     *     the request
     * @param translatedKey for files that are not X12, where the 837 made of them lies; null else
     */
    public record ReceivedFile(
            String id,
            String practiceId,
            String originalName,
            String arrival,
            String archiveKey,
            String translatedKey,
            boolean judged) {}

    /** How a file was judged. */
    public record Outcome(
            String verdict,
            String format,
            int total,
            int accepted,
            int rejected,
            int held,
            Money charge,
            String problem) {}

    private FileLedger() {}

    /**
     * Enters a file, unless this practice handed in the same bytes before.
     *
     * @return empty when it is new; else the file that has the same bytes
     */
    public static Optional<ReceivedFile> enter(
            Tx tx, String id, String practiceId, String door, String originalName, String arrival, Archive.Kept kept)
            throws SQLException {
        int entered = Sql.update(
                tx.connection(),
                """
                insert into files (id, practice_id, door, original_name, arrival, sha256, size_bytes, archive_key, state,
                    received_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, 'RECEIVED', ?)
                on conflict (practice_id, sha256) do nothing""",
                id,
                practiceId,
                door,
                originalName,
                arrival,
                kept.sha256(),
                kept.size(),
                kept.key(),
                tx.now());
        if (entered == 1) {
            WebhookEvents.note(tx, WebhookType.FILE_RECEIVED, practiceId, id, id);
            return Optional.empty();
        }
        return Sql.first(
                tx.connection(),
                "select * from files where practice_id = ? and sha256 = ?",
                FileLedger::read,
                practiceId,
                kept.sha256());
    }

    /** Notes that the same bytes came again. */
    public static void repeated(Tx tx, ReceivedFile first, String door, String originalName, String arrival)
            throws SQLException {
        Sql.update(
                tx.connection(),
                """
                insert into file_repeats (practice_id, file_id, door, original_name, arrival, received_at)
                values (?, ?, ?, ?, ?, ?)""",
                first.practiceId(),
                first.id(),
                door,
                originalName,
                arrival,
                tx.now());
    }

    /** Whether this arrival of the file has been noted before, as the file itself or as a repeat. */
    public static boolean knowsArrival(Tx tx, ReceivedFile file, String arrival) throws SQLException {
        return file.arrival().equals(arrival)
                || Sql.number(
                                tx.connection(),
                                "select count(*) from file_repeats where file_id = ? and arrival = ?",
                                file.id(),
                                arrival)
                        > 0;
    }

    /** A file by its id, locked until the transaction ends. */
    public static Optional<ReceivedFile> lock(Tx tx, String id) throws SQLException {
        return Sql.first(tx.connection(), "select * from files where id = ? for update", FileLedger::read, id);
    }

    /** A file by its id. */
    public static Optional<ReceivedFile> find(Tx tx, String id) throws SQLException {
        return Sql.first(tx.connection(), "select * from files where id = ?", FileLedger::read, id);
    }

    private static ReceivedFile read(java.sql.ResultSet row) throws SQLException {
        return new ReceivedFile(
                row.getString("id"),
                row.getString("practice_id"),
                row.getString("original_name"),
                row.getString("arrival"),
                row.getString("archive_key"),
                row.getString("translated_key"),
                row.getString("state").equals("JUDGED"));
    }

    /** Where the 837 made of this file lies. */
    public static void translated(Tx tx, String fileId, Archive.Kept kept) throws SQLException {
        Sql.update(
                tx.connection(),
                "update files set translated_key = ?, translated_sha256 = ? where id = ?",
                kept.key(),
                kept.sha256(),
                fileId);
    }

    /** Closes the judging of a file. */
    public static void judged(Tx tx, String fileId, Outcome outcome) throws SQLException {
        Sql.update(
                tx.connection(),
                """
                update files set state = 'JUDGED', verdict = ?, format = ?, claims_total = ?, claims_accepted = ?,
                    claims_rejected = ?, claims_held = ?, charge_cents = ?, problem = ?, judged_at = ?
                where id = ?""",
                outcome.verdict(),
                outcome.format(),
                outcome.total(),
                outcome.accepted(),
                outcome.rejected(),
                outcome.held(),
                outcome.charge().cents(),
                outcome.problem(),
                tx.now(),
                fileId);
        if (outcome.verdict().equals("REJECTED") || outcome.verdict().equals("UNREADABLE")) {
            WebhookEvents.note(
                    tx, WebhookType.FILE_FAILED, find(tx, fileId).orElseThrow().practiceId(), fileId, fileId);
        }
    }

    /** Opens an interchange of a file. */
    public static void interchange(
            Tx tx,
            String id,
            ReceivedFile file,
            int ordinal,
            String sender,
            String receiver,
            String control,
            String usage,
            byte[] separators)
            throws SQLException {
        Sql.update(
                tx.connection(),
                """
                insert into interchanges (id, file_id, practice_id, ordinal, sender, receiver, control, usage, separators)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                id,
                file.id(),
                file.practiceId(),
                ordinal,
                sender,
                receiver,
                control,
                usage,
                separators);
    }

    /** Reserves an interchange control number of a sender; false when an earlier interchange has it. */
    public static boolean reserveControl(Tx tx, String practiceId, String sender, String control, String interchangeId)
            throws SQLException {
        return Sql.update(
                        tx.connection(),
                        """
                        insert into interchange_keys (practice_id, sender, control, interchange_id) values (?, ?, ?, ?)
                        on conflict (practice_id, sender, control) do nothing""",
                        practiceId,
                        sender,
                        control,
                        interchangeId)
                == 1;
    }

    /** Notes our TA1 for an interchange. */
    public static void interchangeAnswered(Tx tx, String id, String ta1Code, String ta1Note) throws SQLException {
        Sql.update(
                tx.connection(),
                "update interchanges set ta1_code = ?, ta1_note = ? where id = ?",
                ta1Code,
                ta1Note,
                id);
    }

    /** Opens a transaction set. */
    public static void set(
            Tx tx,
            String id,
            String interchangeId,
            ReceivedFile file,
            String groupControl,
            String version,
            String setControl,
            String kind)
            throws SQLException {
        Sql.update(
                tx.connection(),
                """
                insert into transaction_sets (id, interchange_id, file_id, practice_id, group_control, version, set_control,
                    bht03, bht06, kind)
                values (?, ?, ?, ?, ?, ?, ?, '', '', ?)""",
                id,
                interchangeId,
                file.id(),
                file.practiceId(),
                groupControl,
                version,
                setControl,
                kind);
    }

    /** Closes a transaction set. */
    public static void setJudged(
            Tx tx, String id, String bht03, String bht06, String ack, int total, int accepted, Money charge)
            throws SQLException {
        Sql.update(
                tx.connection(),
                """
                update transaction_sets set bht03 = ?, bht06 = ?, ack = ?, claims_total = ?, claims_accepted = ?, charge_cents = ?
                where id = ?""",
                bht03,
                bht06,
                ack,
                total,
                accepted,
                charge.cents(),
                id);
    }
}
