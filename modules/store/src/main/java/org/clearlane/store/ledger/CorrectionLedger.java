package org.clearlane.store.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearlane.model.ledger.ClaimState;
import org.clearlane.store.Sql;
import org.clearlane.store.ledger.Ledger.Tx;
import org.clearlane.store.people.ClaimDesk;

/** Claims that are handed in once more, changed, and their links to those they come from. */
public final class CorrectionLedger {

    /**
     * A claim somebody wants to hand in again.
     *
     * @param place where its bytes are; null when it never became an 837
     * @param version GS08 of the group it came in
     * @param fileId the file it came in
     * @param successor the claim it lives on in, if it does
     */
    public record Candidate(
            String claimId,
            String practiceId,
            String patientControlNumber,
            String payerId,
            ClaimState state,
            long chargeCents,
            OutboundLedger.WaitingClaim place,
            String version,
            String fileId,
            Optional<Successor> successor) {}

    /**
     * What a claim became.
     *
     * @param kind CORRECTION, REPLACEMENT, VOID
     * @param claimId the new claim; null as long as its file is not judged, and when its file holds no such claim
     * @param judged whether its file is judged
     */
    public record Successor(String id, String kind, String fileId, String claimId, boolean judged) {

        /** Whether its file turned out to hold no claim. */
        public boolean cameToNothing() {
            return judged && claimId == null;
        }
    }

    /** Who does it. */
    public record Person(String id, String name) {}

    /** One link: this claim goes on as that claim of that file. */
    public record Link(String claimId, String kind, String fileId, int ordinal, String bulkId) {}

    private CorrectionLedger() {}

    /** These claims of this practice, those there are, in the order of their ids. */
    public static List<Candidate> claims(Tx tx, String practiceId, Collection<String> ids, boolean lock)
            throws SQLException {
        List<Candidate> found = Sql.list(
                tx.connection(),
                """
                select c.*, coalesce(f.translated_key, f.archive_key) as key, i.separators, s.bht06, s.version
                from claims c
                join files f on f.id = c.file_id
                left join transaction_sets s on s.id = c.set_id
                left join interchanges i on i.id = s.interchange_id
                where c.practice_id = ? and c.id = any(?) order by c.id"""
                        + (lock ? " for update of c" : ""),
                CorrectionLedger::candidate,
                practiceId,
                ids.toArray(String[]::new));
        Map<String, Successor> successors = successors(tx, ids);
        List<Candidate> all = new ArrayList<>();
        for (Candidate each : found) {
            all.add(new Candidate(
                    each.claimId(),
                    each.practiceId(),
                    each.patientControlNumber(),
                    each.payerId(),
                    each.state(),
                    each.chargeCents(),
                    each.place(),
                    each.version(),
                    each.fileId(),
                    Optional.ofNullable(successors.get(each.claimId()))));
        }
        return all;
    }

    private static Candidate candidate(ResultSet row) throws SQLException {
        boolean hasBytes = row.getInt("claim_length") > 0 && row.getBytes("separators") != null;
        return new Candidate(
                row.getString("id"),
                row.getString("practice_id"),
                row.getString("patient_control_number"),
                row.getString("payer_id"),
                ClaimState.valueOf(row.getString("state")),
                row.getLong("charge_cents"),
                hasBytes ? OutboundLedger.WaitingClaim.of(row) : null,
                row.getString("version"),
                row.getString("file_id"),
                Optional.empty());
    }

    private static Map<String, Successor> successors(Tx tx, Collection<String> claimIds) throws SQLException {
        Map<String, Successor> all = new HashMap<>();
        Sql.list(
                tx.connection(),
                """
                select k.claim_id, k.id, k.kind, k.file_id, c.id as successor, f.state = 'JUDGED' as judged
                from claim_corrections k
                join files f on f.id = k.file_id
                left join claims c on c.file_id = k.file_id and c.ordinal = k.ordinal
                where k.claim_id = any(?) and k.given_up_at is null""",
                row -> all.put(
                        row.getString("claim_id"),
                        new Successor(
                                row.getString("id"),
                                row.getString("kind"),
                                row.getString("file_id"),
                                row.getString("successor"),
                                row.getBoolean("judged"))),
                (Object) claimIds.toArray(String[]::new));
        return all;
    }

    /** A link whose file holds no such claim binds nobody any longer. */
    public static void giveUp(Tx tx, Successor nothing) throws SQLException {
        Sql.update(
                tx.connection(),
                "update claim_corrections set given_up_at = ? where id = ? and given_up_at is null",
                tx.now(),
                nothing.id());
    }

    /**
     * Links a claim to the one it goes on as, and takes it off everybody's list: a held one is held no longer, and its key
     * is free for its successor.
     */
    public static void link(Tx tx, Candidate claim, Link link, Person by) throws SQLException {
        Sql.update(
                tx.connection(),
                """
                insert into claim_corrections (id, claim_id, practice_id, kind, file_id, ordinal, bulk_id, made_by, made_by_name,
                    made_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                tx.ids().next("cor_"),
                claim.claimId(),
                claim.practiceId(),
                link.kind(),
                link.fileId(),
                link.ordinal(),
                link.bulkId(),
                by.id(),
                by.name(),
                tx.now());
        boolean held = claim.state() == ClaimState.HELD;
        String detail = "goes on as claim " + link.ordinal() + " of " + link.fileId();
        ClaimMoves.move(
                tx,
                List.of(new ClaimMoves.Move(
                        claim.claimId(), claim.state(), held ? ClaimState.REJECTED_CLAIM : claim.state(), detail)),
                new ClaimMoves.Reason(cause(link.kind()), by.id(), link.fileId(), ""));
        if (held) {
            Sql.update(tx.connection(), "update claims set hold_reason = null where id = ?", claim.claimId());
            ClaimEntry.release(tx, List.of(claim.claimId()));
        }
        close(tx, claim.claimId(), cause(link.kind()));
        ClaimDesk.resolve(tx, claim.claimId());
        Worklist.resolve(tx, Worklist.Kind.UNWRITABLE_CLAIM, claim.claimId(), cause(link.kind()) + " by " + by.id());
    }

    private static String cause(String kind) {
        return switch (kind) {
            case "REPLACEMENT" -> "replaced";
            case "VOID" -> "voided";
            default -> "corrected";
        };
    }

    /** Takes a claim off the list of those that wait for a biller; false when it was not on it. */
    public static boolean close(Tx tx, String claimId, String why) throws SQLException {
        return Sql.update(
                        tx.connection(),
                        "update open_refusals set closed_at = ?, closed_why = ? where claim_id = ? and closed_at is null",
                        tx.now(),
                        why,
                        claimId)
                == 1;
    }

    /** Which of these keys are taken, and by which claim. */
    public static Map<String, String> holders(Tx tx, String practiceId, Collection<String> keys) throws SQLException {
        Map<String, String> holders = new HashMap<>();
        Sql.list(
                tx.connection(),
                "select claim_key, claim_id from claim_keys where practice_id = ? and claim_key = any(?)",
                row -> holders.put(row.getString(1), row.getString(2)),
                practiceId,
                keys.toArray(String[]::new));
        return holders;
    }

    /** What the payer called the claim in its newest 835 that counts. */
    public static Optional<String> payerNumberOfPayment(Tx tx, String claimId) throws SQLException {
        return Sql.first(
                tx.connection(),
                """
                select payer_control_number from claim_payments
                where claim_id = ? and posted and payer_control_number <> '' order by id desc limit 1""",
                row -> row.getString(1),
                claimId);
    }

    /** The archived 277CA files that spoke of the claim, newest first. */
    public static List<String> statusAnswers(Tx tx, String claimId) throws SQLException {
        return Sql.list(
                tx.connection(),
                """
                select a.archive_key from answer_items i join answers a on a.id = i.answer_id
                where i.claim_id = ? and i.kind = '277CA' group by a.id, a.archive_key order by a.id desc limit 5""",
                row -> row.getString(1),
                claimId);
    }
}
