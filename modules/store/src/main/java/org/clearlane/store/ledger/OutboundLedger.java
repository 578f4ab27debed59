package org.clearlane.store.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.clearlane.model.claim.ClaimKind;
import org.clearlane.store.Sql;
import org.clearlane.store.archive.Archive;
import org.clearlane.store.ledger.Ledger.Tx;

/** Interchanges to payers: what was put together, stored, handed over. */
public final class OutboundLedger {

    /** Where an outbound interchange is. */
    public enum State {
        /** Its bytes are kept; nothing has reached the payer. */
        STORED,
        /** Staged at the payer; the handing over may have begun. */
        DELIVERING,
        /** The handing over may or may not have happened. */
        UNKNOWN,
        /** Given up on until an operator looks at it. */
        PARKED,
        /** The payer has it. */
        SENT
    }

    /** An outbound interchange. */
    public record Interchange(
            String id,
            String payerId,
            ClaimKind kind,
            long control,
            String name,
            UUID payloadId,
            String archiveKey,
            String sha256,
            long size,
            int claims,
            State state,
            int attempts) {}

    /** A claim waiting for its payer's batch, and where its segments stand. */
    public record WaitingClaim(
            String id,
            String practiceId,
            String archiveKey,
            byte[] separators,
            String transactionType,
            ClaimKind kind,
            long chargeCents,
            long providerOffset,
            int providerLength,
            long subscriberOffset,
            int subscriberLength,
            Long patientOffset,
            Integer patientLength,
            long claimOffset,
            int claimLength) {

        /** The claim of a row that has its columns, the archive key as {@code key}. */
        static WaitingClaim of(ResultSet row) throws SQLException {
            return new WaitingClaim(
                    row.getString("id"),
                    row.getString("practice_id"),
                    row.getString("key"),
                    row.getBytes("separators"),
                    row.getString("bht06"),
                    ClaimKind.of(row.getString("kind")),
                    row.getLong("charge_cents"),
                    row.getLong("provider_offset"),
                    row.getInt("provider_length"),
                    row.getLong("subscriber_offset"),
                    row.getInt("subscriber_length"),
                    row.getObject("patient_offset", Long.class),
                    row.getObject("patient_length", Integer.class),
                    row.getLong("claim_offset"),
                    row.getInt("claim_length"));
        }
    }

    private OutboundLedger() {}

    /** How many claims wait for this payer, and whether the oldest has waited this long. */
    public static boolean isDue(Tx tx, String payerId, Duration window, int fullBatch) throws SQLException {
        return Sql.first(
                        tx.connection(),
                        """
                        select min(state_since) <= ? or count(*) >= ? from (
                            select state_since from claims where payer_id = ? and state = 'QUEUED' order by id limit ?) waiting""",
                        row -> row.getBoolean(1),
                        tx.now().minus(window),
                        fullBatch,
                        payerId,
                        fullBatch)
                .orElse(false);
    }

    /**
     * Takes the oldest waiting claims of a payer, locked; another node's are passed over. A claim's archive key is that
     * of the 837 made of its file where the file was none.
     */
    public static List<WaitingClaim> takeWaiting(Tx tx, String payerId, int most) throws SQLException {
        return Sql.list(
                tx.connection(),
                """
                select c.id, c.practice_id, coalesce(f.translated_key, f.archive_key) as key, i.separators, s.bht06, c.kind, c.charge_cents,
                    c.provider_offset, c.provider_length, c.subscriber_offset, c.subscriber_length, c.patient_offset,
                    c.patient_length, c.claim_offset, c.claim_length
                from claims c
                join files f on f.id = c.file_id
                join transaction_sets s on s.id = c.set_id
                join interchanges i on i.id = s.interchange_id
                where c.payer_id = ? and c.state = 'QUEUED'
                order by c.id limit ? for update of c skip locked""",
                WaitingClaim::of,
                payerId,
                most);
    }

    /** Enters an interchange whose bytes are kept. */
    public static void store(
            Tx tx,
            String id,
            String payerId,
            ClaimKind kind,
            ControlNumbers.Number control,
            ControlNumbers.Number groupControl,
            char usage,
            String name,
            UUID payloadId,
            Archive.Kept kept,
            int claims,
            long chargeCents)
            throws SQLException {
        Sql.update(
                tx.connection(),
                """
                insert into outbound_interchanges (id, payer_id, kind, control, control_round, group_control, group_round,
                    usage, name, payload_id, archive_key, sha256, size_bytes, claims_total, charge_cents, state, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'STORED', ?)""",
                id,
                payerId,
                kind.transaction(),
                control.value(),
                control.round(),
                groupControl.value(),
                groupControl.round(),
                String.valueOf(usage),
                name,
                payloadId,
                kept.key(),
                kept.sha256(),
                kept.size(),
                claims,
                chargeCents,
                tx.now());
    }

    /** Enters one of its sets. */
    public static void set(Tx tx, String outboundId, String setControl, String bht03, int claims, long chargeCents)
            throws SQLException {
        Sql.update(
                tx.connection(),
                """
                insert into outbound_sets (outbound_id, set_control, bht03, claims_total, charge_cents)
                values (?, ?, ?, ?, ?)""",
                outboundId,
                setControl,
                bht03,
                claims,
                chargeCents);
    }

    /** Puts claims into the interchange: the submissions, each practice's part, the state and the events of all. */
    public static void submit(
            Tx tx, String outboundId, List<String> claimIds, List<String> setControls, List<Integer> positions)
            throws SQLException {
        String[] ids = claimIds.toArray(String[]::new);
        Sql.update(
                tx.connection(),
                """
                insert into submissions (claim_id, outbound_id, practice_id, set_control, position)
                select m.id, ?, c.practice_id, m.set_control, m.position
                from unnest(?::text[], ?::text[], ?::bigint[]) as m (id, set_control, position)
                join claims c on c.id = m.id""",
                outboundId,
                ids,
                setControls.toArray(String[]::new),
                positions.stream().map(Integer::longValue).toArray(Long[]::new));
        Sql.update(
                tx.connection(),
                """
                insert into outbound_parts (outbound_id, practice_id, claims_total, charge_cents)
                select ?, practice_id, count(*), sum(charge_cents) from claims where id = any(?) group by practice_id""",
                outboundId,
                ids);
        Sql.update(
                tx.connection(),
                "update claims set outbound_id = ? where id = any(?) and state = 'QUEUED'",
                outboundId,
                ids);
    }

    /** An interchange, locked until the transaction ends. */
    public static Optional<Interchange> lock(Tx tx, String id) throws SQLException {
        return Sql.first(
                tx.connection(),
                "select * from outbound_interchanges where id = ? for update",
                OutboundLedger::read,
                id);
    }

    /** Several interchanges, locked in the order of their ids. */
    public static List<Interchange> lockAll(Tx tx, java.util.Collection<String> ids) throws SQLException {
        return Sql.list(
                tx.connection(),
                "select * from outbound_interchanges where id = any(?) order by id for update",
                OutboundLedger::read,
                (Object) ids.toArray(String[]::new));
    }

    /** The interchange with this control number, the last one where numbers have begun again; or empty. */
    public static Optional<Interchange> byControl(Tx tx, String payerId, long control) throws SQLException {
        return Sql.first(
                tx.connection(),
                "select * from outbound_interchanges where payer_id = ? and control = ? order by control_round desc limit 1 for update",
                OutboundLedger::read,
                payerId,
                control);
    }

    /** The interchange with this group control number, the last one where numbers have begun again; or empty. */
    public static Optional<Interchange> byGroup(Tx tx, String payerId, long groupControl) throws SQLException {
        return Sql.first(
                tx.connection(),
                "select * from outbound_interchanges where payer_id = ? and group_control = ? order by group_round desc limit 1 for update",
                OutboundLedger::read,
                payerId,
                groupControl);
    }

    private static Interchange read(ResultSet row) throws SQLException {
        return new Interchange(
                row.getString("id"),
                row.getString("payer_id"),
                ClaimKind.of(row.getString("kind")),
                row.getLong("control"),
                row.getString("name"),
                row.getObject("payload_id", UUID.class),
                row.getString("archive_key"),
                row.getString("sha256"),
                row.getLong("size_bytes"),
                row.getInt("claims_total"),
                State.valueOf(row.getString("state")),
                row.getInt("attempts"));
    }

    /** Notes where it is now. */
    public static void moveTo(Tx tx, String id, State state, String receipt, String problem) throws SQLException {
        Sql.update(
                tx.connection(),
                """
                update outbound_interchanges set state = ?, receipt = coalesce(?, receipt), problem = ?,
                    sent_at = case when ? = 'SENT' then coalesce(sent_at, ?) else sent_at end
                where id = ?""",
                state,
                receipt,
                problem,
                state,
                tx.now(),
                id);
    }

    /** Counts one more attempt. */
    public static void attempted(Tx tx, String id) throws SQLException {
        Sql.update(tx.connection(), "update outbound_interchanges set attempts = attempts + 1 where id = ?", id);
    }

    /** Takes an attempt back that did not come to its handing over. */
    public static void notAttempted(Tx tx, String id) throws SQLException {
        Sql.update(
                tx.connection(),
                "update outbound_interchanges set attempts = attempts - 1 where id = ? and attempts > 0",
                id);
    }

    /** Notes the payer's TA1; false when it said so before. */
    public static boolean ta1(Tx tx, String id, String code, String note) throws SQLException {
        return Sql.update(
                        tx.connection(),
                        """
                        update outbound_interchanges set ta1_code = ?, ta1_note = ?
                        where id = ? and (ta1_code is distinct from ? or ta1_note is distinct from ?)""",
                        code,
                        note,
                        id,
                        code,
                        note)
                == 1;
    }

    /** Notes the payer's 999 for one set; false when it said so before. */
    public static boolean acknowledged(Tx tx, String id, String setControl, String ack) throws SQLException {
        return Sql.update(
                        tx.connection(),
                        """
                        update outbound_sets set ack = ?
                        where outbound_id = ? and set_control = ? and ack is distinct from ?""",
                        ack,
                        id,
                        setControl,
                        ack)
                == 1;
    }

    /** The control numbers of its sets. */
    public static List<String> sets(Tx tx, String id) throws SQLException {
        return Sql.list(
                tx.connection(),
                "select set_control from outbound_sets where outbound_id = ? order by set_control",
                row -> row.getString(1),
                id);
    }

    /** Whether the interchange has this set. */
    public static boolean hasSet(Tx tx, String id, String setControl) throws SQLException {
        return Sql.number(
                        tx.connection(),
                        "select count(*) from outbound_sets where outbound_id = ? and set_control = ?",
                        id,
                        setControl)
                == 1;
    }
}
