package org.clearlane.store.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;
import org.clearlane.store.Sql;
import org.clearlane.store.ledger.Ledger.Tx;

/** Rules proposed from what payers refused. The same payer, reason and pattern is proposed once, whatever was decided. */
public final class ProposalLedger {

    /** A proposal; without an id until it is noted. */
    public record Proposal(
            String id,
            String payerId,
            String fingerprint,
            String reason,
            String pattern,
            String rule,
            int refused,
            int caught,
            int wronglyCaught,
            long refusedCents,
            String state) {}

    private ProposalLedger() {}

    /** Notes a proposal, or what is known now about one that is open. */
    public static void note(Tx tx, Proposal proposal) throws SQLException {
        Sql.update(
                tx.connection(),
                """
                insert into edit_proposals (id, payer_id, fingerprint, reason, pattern, rule, refused_claims, caught_claims,
                    wrongly_caught_claims, refused_cents, state, seen_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'PROPOSED', ?)
                on conflict (fingerprint) do update set rule = excluded.rule, refused_claims = excluded.refused_claims,
                    caught_claims = excluded.caught_claims, wrongly_caught_claims = excluded.wrongly_caught_claims,
                    refused_cents = excluded.refused_cents, seen_at = excluded.seen_at
                where edit_proposals.state = 'PROPOSED'""",
                tx.ids().next("prop_"),
                proposal.payerId(),
                proposal.fingerprint(),
                proposal.reason(),
                proposal.pattern(),
                proposal.rule(),
                proposal.refused(),
                proposal.caught(),
                proposal.wronglyCaught(),
                proposal.refusedCents(),
                tx.now());
    }

    /** Those nobody decided on, the dearest first. */
    public static List<Proposal> open(Tx tx) throws SQLException {
        return Sql.list(
                tx.connection(),
                "select * from edit_proposals where state = 'PROPOSED' order by refused_cents desc, id",
                ProposalLedger::read);
    }

    /** One by its id. */
    public static Optional<Proposal> find(Tx tx, String id) throws SQLException {
        return Sql.first(tx.connection(), "select * from edit_proposals where id = ?", ProposalLedger::read, id);
    }

    private static Proposal read(ResultSet row) throws SQLException {
        return new Proposal(
                row.getString("id"),
                row.getString("payer_id"),
                row.getString("fingerprint"),
                row.getString("reason"),
                row.getString("pattern"),
                row.getString("rule"),
                row.getInt("refused_claims"),
                row.getInt("caught_claims"),
                row.getInt("wrongly_caught_claims"),
                row.getLong("refused_cents"),
                row.getString("state"));
    }

    /** Writes down what somebody decided. */
    public static void decide(Tx tx, String id, String state, String actor, String decision) throws SQLException {
        int decided = Sql.update(
                tx.connection(),
                """
                update edit_proposals set state = ?, decided_by = ?, decided_at = ?, decision = ?
                where id = ? and state = 'PROPOSED'""",
                state,
                actor,
                tx.now(),
                decision,
                id);
        if (decided == 0) {
            throw new Failure(FailureCode.NOT_FOUND, "there is no open proposal " + id);
        }
    }
}
