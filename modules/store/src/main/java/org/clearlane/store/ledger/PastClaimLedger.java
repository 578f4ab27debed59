package org.clearlane.store.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clearlane.store.Sql;
import org.clearlane.store.ledger.Ledger.Tx;

/** Claims of the past with what became of them, a file at a time: what shadow runs and proposals learn from. */
public final class PastClaimLedger {

    /** A file whose claims are looked at again. */
    public record PastFile(String id, String practiceId, String archiveKey, Instant judgedAt) {}

    /**
     * A claim and its fate.
     *
     * @param offset where its CLM begins in the file
     * @param stoppedByUs whether we refused it ourselves
     * @param answered whether its payer said anything that decides: refused, accepted, paid, denied
     * @param refused whether its payer refused it, or denied it or a part of it
     * @param reasons by what: 277CA statuses ({@code A7:562:85}) and reasons of denial ({@code CO-197})
     * @param refusedProcedures procedures of lines that were denied, each {@code reason blank procedure}
     */
    public record PastClaim(
            String id,
            String practiceId,
            String payerId,
            long offset,
            long chargeCents,
            boolean stoppedByUs,
            boolean answered,
            boolean refused,
            Set<String> reasons,
            Set<String> refusedProcedures) {}

    /** Reasons that say how a price came about or what the patient pays, and refuse nothing. */
    private static final String ROUTINE = "('1', '2', '3', '23', '45', '94', '253')";

    private PastClaimLedger() {}

    /** Files judged since then that hold claims of this payer or practice (null: of any), oldest first. */
    public static List<PastFile> files(Tx tx, Instant since, String payerId, String practiceId) throws SQLException {
        return Sql.list(
                tx.connection(),
                """
                select id, practice_id, coalesce(translated_key, archive_key), judged_at from files f
                where state = 'JUDGED' and judged_at >= ? and verdict <> 'UNREADABLE'
                    and (?::text is null or practice_id = ?)
                    and (?::text is null or exists (
                        select 1 from claims c where c.file_id = f.id and c.payer_id = ?))
                order by id""",
                row -> new PastFile(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getTimestamp(4).toInstant()),
                since,
                practiceId,
                practiceId,
                payerId,
                payerId);
    }

    /** The claims of a file by where they stand in it. */
    public static Map<Long, PastClaim> claims(Tx tx, String fileId) throws SQLException {
        Map<String, Set<String>> reasons = new HashMap<>();
        Map<String, Set<String>> procedures = new HashMap<>();
        statuses(tx, fileId, reasons);
        denials(tx, fileId, reasons, procedures);
        List<PastClaim> all = Sql.list(
                tx.connection(),
                """
                select c.id, c.practice_id, c.payer_id, c.claim_offset, c.charge_cents,
                    c.state in ('REJECTED_CLAIM', 'REJECTED_FILE') as stopped,
                    exists (select 1 from claim_events e where e.claim_id = c.id and e.to_state in
                        ('PAYER_ACCEPTED', 'PAYER_REJECTED', 'PAID', 'PARTLY_PAID', 'DENIED', 'REVERSED')) as answered,
                    exists (select 1 from claim_events e where e.claim_id = c.id and e.to_state in
                        ('PAYER_REJECTED', 'PARTLY_PAID', 'DENIED')) as refused
                from claims c where c.file_id = ? and c.set_id is not null""",
                row -> new PastClaim(
                        row.getString("id"),
                        row.getString("practice_id"),
                        row.getString("payer_id"),
                        row.getLong("claim_offset"),
                        row.getLong("charge_cents"),
                        row.getBoolean("stopped"),
                        row.getBoolean("answered"),
                        row.getBoolean("refused"),
                        reasons.getOrDefault(row.getString("id"), Set.of()),
                        procedures.getOrDefault(row.getString("id"), Set.of())),
                fileId);
        Map<Long, PastClaim> byOffset = new HashMap<>();
        all.forEach(claim -> byOffset.put(claim.offset(), claim));
        return byOffset;
    }

    private static void statuses(Tx tx, String fileId, Map<String, Set<String>> reasons) throws SQLException {
        for (String[] each : Sql.list(
                tx.connection(),
                """
                select e.claim_id, e.detail from claim_events e join claims c on c.id = e.claim_id
                where c.file_id = ? and e.cause = '277CA' and e.to_state = 'PAYER_REJECTED'""",
                row -> new String[] {row.getString(1), row.getString(2)},
                fileId)) {
            for (String status : each[1].split(" ")) {
                if (status.matches("A[34678]:\\d{1,3}(:\\w{2,3})?")) {
                    reasons.computeIfAbsent(each[0], id -> new HashSet<>()).add(status);
                }
            }
        }
    }

    private static void denials(
            Tx tx, String fileId, Map<String, Set<String>> reasons, Map<String, Set<String>> procedures)
            throws SQLException {
        for (String[] each : Sql.list(
                tx.connection(),
                """
                select p.claim_id, a.group_code || '-' || a.reason, coalesce(l.procedure, '')
                from claim_payments p join claims c on c.id = p.claim_id
                join adjustments a on a.claim_payment_id = p.id
                left join line_payments l on l.claim_payment_id = p.id and l.ordinal = a.line_ordinal
                where c.file_id = ? and p.posted and a.amount_cents > 0 and a.group_code <> 'PR'
                    and a.reason not in %s and coalesce(l.paid_cents, p.paid_cents) = 0"""
                        .formatted(ROUTINE),
                row -> new String[] {row.getString(1), row.getString(2), row.getString(3)},
                fileId)) {
            reasons.computeIfAbsent(each[0], id -> new HashSet<>()).add(each[1]);
            if (!each[2].isEmpty()) {
                procedures.computeIfAbsent(each[0], id -> new HashSet<>()).add(each[1] + " " + each[2]);
            }
        }
    }

    /** Where a claim stands and by what its file was judged. */
    public record Origin(
            String claimId,
            String fileId,
            String practiceId,
            String archiveKey,
            long offset,
            String edition,
            String editionKey,
            String program,
            Instant judgedAt,
            String firstState) {}

    /** Where this claim comes from, by our id or, the newest, by the practice's number. */
    public static java.util.Optional<Origin> origin(Tx tx, String idOrNumber) throws SQLException {
        return Sql.first(
                tx.connection(),
                """
                select c.id, f.id as file_id, f.practice_id, coalesce(f.translated_key, f.archive_key) as key, c.claim_offset,
                    f.edition, e.archive_key as edition_key, e.program, f.judged_at, c.set_id,
                    (select to_state from claim_events v where v.claim_id = c.id order by seq limit 1) as first_state
                from claims c join files f on f.id = c.file_id left join editions e on e.id = f.edition
                where c.id = ? or c.patient_control_number = ? order by c.id desc limit 1""",
                row -> new Origin(
                        row.getString("id"),
                        row.getString("file_id"),
                        row.getString("practice_id"),
                        row.getString("set_id") == null ? null : row.getString("key"),
                        row.getLong("claim_offset"),
                        row.getString("edition"),
                        row.getString("edition_key"),
                        row.getString("program"),
                        Sql.instant(row, "judged_at"),
                        row.getString("first_state")),
                idOrNumber,
                idOrNumber);
    }

    /** What was found in a claim, each {@code severity code vN at segment position element-component}, sorted. */
    public static List<String> findings(Tx tx, String claimId) throws SQLException {
        return new ArrayList<>(Sql.list(
                tx.connection(),
                """
                select severity || ' ' || code || ' at ' || segment || ' ' || position || ' ' || element || '-' || component
                from findings where claim_id = ? order by 1""",
                row -> row.getString(1),
                claimId));
    }
}
