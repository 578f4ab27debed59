package org.clearlane.store.ledger;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.clearlane.model.Money;
import org.clearlane.store.Sql;
import org.clearlane.store.ledger.Ledger.Tx;

/** Remittances that are held whole, and what somebody decides about one. */
public final class HeldRemittances {

    /**
     * A remittance as far as the decision about it is concerned.
     *
     * @param ordinal which 835 of its answer it is, from 1
     * @param difference by how much it does not add up, without sign
     * @param practices those whose claims are in it, or that are its payee
     * @param foreign how many of its claims are nobody's we know
     */
    public record Held(
            String id,
            String answerId,
            String payerId,
            int ordinal,
            String state,
            Money difference,
            String countsAs,
            List<String> practices,
            long foreign) {

        public Held {
            practices = List.copyOf(practices);
        }
    }

    private HeldRemittances() {}

    /** The remittance, locked until the transaction ends. */
    public static Optional<Held> lock(Tx tx, String id) throws SQLException {
        return Sql.first(
                tx.connection(),
                """
                select r.id, r.answer_id, r.payer_id, r.set_ordinal, r.state, r.difference_cents, r.counts_as,
                    (select coalesce(array_agg(p.practice_id order by p.practice_id), '{}') from practice_remittances p
                        where p.remittance_id = r.id) as practices,
                    (select count(*) from claim_payments c where c.remittance_id = r.id and c.practice_id is null) as nobodys
                from remittances r where r.id = ? for update of r""",
                row -> new Held(
                        row.getString("id"),
                        row.getString("answer_id"),
                        row.getString("payer_id"),
                        row.getInt("set_ordinal"),
                        row.getString("state"),
                        new Money(row.getLong("difference_cents")),
                        row.getString("counts_as"),
                        List.of((String[]) row.getArray("practices").getArray()),
                        row.getLong("nobodys")),
                id);
    }

    /** Writes down that a person let it count, and moves the bank's entry that pays it to what counts now. */
    public static void accepted(Tx tx, String heldId, String countsAs, String actor, String reason, String detail)
            throws SQLException {
        PracticeRemittances.accepted(tx, heldId, countsAs);
        Sql.update(
                tx.connection(),
                """
                insert into remittance_events (remittance_id, at, kind, actor, reason, detail)
                values (?, ?, 'ACCEPTED', ?, ?, ?)""",
                heldId,
                tx.now(),
                actor,
                reason,
                detail);
        Sql.update(
                tx.connection(),
                """
                insert into eft_events (receipt_id, practice_id, at, outcome, confidence, remittance_id, actor, reason)
                select id, practice_id, ?, outcome, confidence, ?, ?, 'the remittance it pays was let count'
                from eft_receipts where remittance_id = ?""",
                tx.now(),
                countsAs,
                actor,
                heldId);
        Sql.update(
                tx.connection(), "update eft_receipts set remittance_id = ? where remittance_id = ?", countsAs, heldId);
        Worklist.resolve(
                tx, Worklist.Kind.UNBALANCED_REMITTANCE, heldId, "counts as " + countsAs + ", accepted by " + actor);
        Worklist.resolve(tx, Worklist.Kind.MISSING_EFT, heldId, "counts as " + countsAs);
    }
}
