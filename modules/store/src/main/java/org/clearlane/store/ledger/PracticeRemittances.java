package org.clearlane.store.ledger;

import java.sql.SQLException;
import org.clearlane.model.Money;
import org.clearlane.store.Sql;
import org.clearlane.store.ledger.Ledger.Tx;

/**
 * Which practice may read which remittance, and what of it: the head of the payment and the practice's own part. What
 * others have of it is one sum without names.
 */
public final class PracticeRemittances {

    private PracticeRemittances() {}

    /**
     * Lets a practice read a remittance that has been entered.
     *
     * @param own the practice's part: of BPR02 where the payment counts, of the claims' CLP04 where it is held
     * @param ownClaims how many of its claims are the practice's
     * @param claims how many it has
     */
    public static void show(Tx tx, String practiceId, String remittanceId, Money own, int ownClaims, int claims)
            throws SQLException {
        Sql.update(
                tx.connection(),
                """
                insert into practice_remittances (practice_id, remittance_id, payer_id, payer_name, trace, method, paid_on,
                    state, problem, difference_cents, duplicate_of, accepted_from, amount_cents, own_cents, own_claims,
                    claims_total, received_at)
                select ?, id, payer_id, payer_name, trace, method, paid_on, state, problem, difference_cents, duplicate_of,
                    accepted_from, amount_cents, ?, ?, ?, received_at
                from remittances where id = ?""",
                practiceId,
                own.cents(),
                ownClaims,
                claims,
                remittanceId);
    }

    /** The held remittance counts from now on as another. */
    public static void accepted(Tx tx, String heldId, String countsAs) throws SQLException {
        Sql.update(
                tx.connection(),
                "update remittances set state = 'ACCEPTED', counts_as = ? where id = ?",
                countsAs,
                heldId);
        Sql.update(
                tx.connection(),
                "update practice_remittances set state = 'ACCEPTED', counts_as = ? where remittance_id = ?",
                countsAs,
                heldId);
    }
}
