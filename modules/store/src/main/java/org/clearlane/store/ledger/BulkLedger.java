package org.clearlane.store.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.clearlane.model.Money;
import org.clearlane.store.Sql;
import org.clearlane.store.ledger.CorrectionLedger.Person;
import org.clearlane.store.ledger.Ledger.Tx;

/** Many claims to be corrected in one go: proposed, then confirmed or withdrawn. */
public final class BulkLedger {

    /**
     * What is proposed.
     *
     * @param action VALUE, REMOVE, AS_IT_IS
     * @param code of the findings it mends; empty when it is about none
     * @param place {@code SBR09}, {@code SV101-2}; empty for AS_IT_IS
     * @param value the new one
     */
    public record Wish(String action, String code, String place, String value) {}

    /** A proposal and what became of it: PROPOSED, SENT or WITHDRAWN. */
    public record Proposal(
            String id,
            String practiceId,
            Wish wish,
            int claims,
            Money charge,
            String state,
            Person proposedBy,
            Instant proposedAt) {}

    private BulkLedger() {}

    /** Writes a proposal down; its id. */
    public static String propose(Tx tx, String practiceId, Wish wish, List<String> claimIds, Person by)
            throws SQLException {
        String id = tx.ids().next("bulk_");
        Sql.update(
                tx.connection(),
                """
                insert into bulk_corrections (id, practice_id, action, code, place, value, claims_total, charge_cents, state,
                    proposed_by, proposed_by_name, proposed_at)
                select ?, ?, ?, ?, ?, ?, count(*), coalesce(sum(charge_cents), 0), 'PROPOSED', ?, ?, ?
                from claims where practice_id = ? and id = any(?)""",
                id,
                practiceId,
                wish.action(),
                wish.code(),
                wish.place(),
                wish.value(),
                by.id(),
                by.name(),
                tx.now(),
                practiceId,
                claimIds.toArray(String[]::new));
        Sql.update(
                tx.connection(),
                """
                insert into bulk_correction_claims (bulk_id, claim_id, practice_id)
                select ?, id, practice_id from claims where practice_id = ? and id = any(?)""",
                id,
                practiceId,
                claimIds.toArray(String[]::new));
        return id;
    }

    /** A proposal of this practice. */
    public static Optional<Proposal> proposal(Tx tx, String practiceId, String id, boolean lock) throws SQLException {
        return Sql.first(
                tx.connection(),
                "select * from bulk_corrections where practice_id = ? and id = ?" + (lock ? " for update" : ""),
                BulkLedger::read,
                practiceId,
                id);
    }

    private static Proposal read(ResultSet row) throws SQLException {
        return new Proposal(
                row.getString("id"),
                row.getString("practice_id"),
                new Wish(
                        row.getString("action"), row.getString("code"), row.getString("place"), row.getString("value")),
                row.getInt("claims_total"),
                new Money(row.getLong("charge_cents")),
                row.getString("state"),
                new Person(row.getString("proposed_by"), row.getString("proposed_by_name")),
                Sql.instant(row, "proposed_at"));
    }

    /** The claims a proposal is about, in the order of their ids. */
    public static List<String> claims(Tx tx, String id) throws SQLException {
        return Sql.list(
                tx.connection(),
                "select claim_id from bulk_correction_claims where bulk_id = ? order by claim_id",
                row -> row.getString(1),
                id);
    }

    /** Decides a proposal that nobody has decided. */
    public static void decide(Tx tx, String id, String state, Person by) throws SQLException {
        Sql.update(
                tx.connection(),
                """
                update bulk_corrections set state = ?, decided_by = ?, decided_by_name = ?, decided_at = ?
                where id = ? and state = 'PROPOSED'""",
                state,
                by.id(),
                by.name(),
                tx.now(),
                id);
    }
}
