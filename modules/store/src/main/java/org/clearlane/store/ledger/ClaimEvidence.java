package org.clearlane.store.ledger;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clearlane.store.Sql;
import org.clearlane.store.ledger.Ledger.Tx;

/** What is already on a claim's record, so that the same statement heard twice is written once. */
public final class ClaimEvidence {

    private ClaimEvidence() {}

    /** What was said of these claims by this cause, each as {@code claim id, blank, detail}. */
    public static Set<String> said(Tx tx, List<String> claimIds, String cause) throws SQLException {
        return new HashSet<>(Sql.list(
                tx.connection(),
                "select claim_id || ' ' || detail from claim_events where claim_id = any(?) and cause = ?",
                row -> row.getString(1),
                claimIds.toArray(String[]::new),
                cause));
    }

    /** The interchange whose set carried this batch number to this payer, with the set's control number. */
    public static Optional<String[]> setOfBatch(Tx tx, String payerId, String bht03) throws SQLException {
        return Sql.first(
                tx.connection(),
                """
                select s.outbound_id, s.set_control from outbound_sets s
                join outbound_interchanges o on o.id = s.outbound_id
                where s.bht03 = ? and o.payer_id = ?""",
                row -> new String[] {row.getString(1), row.getString(2)},
                bht03,
                payerId);
    }
}
