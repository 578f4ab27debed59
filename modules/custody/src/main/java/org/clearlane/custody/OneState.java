package org.clearlane.custody;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;

/** I3: every claim is in exactly one state, and its events lead there from RECEIVED by legal moves without a gap. */
final class OneState implements Invariant {

    private static final String HISTORY =
            """
            select c.id, c.state, e.seq, e.from_state, e.to_state,
                e.cause = '' or e.actor = '' as unexplained
            from claims c left join claim_events e on e.claim_id = c.id order by c.id, e.seq""";

    private static final String ORPHANS =
            """
            select e.claim_id, count(*) as events from claim_events e
            where not exists (select from claims c where c.id = e.claim_id) group by e.claim_id order by e.claim_id""";

    private String claimId = "";
    private String claimState = "";
    private String reached = "";

    @Override
    public String id() {
        return "I3";
    }

    @Override
    public String title() {
        return "every claim is in one state, reached by legal moves";
    }

    @Override
    public void check(Audit audit, Tally tally) throws SQLException, IOException {
        audit.each(HISTORY, row -> event(row, tally));
        endClaim(tally);
        audit.each(
                ORPHANS,
                row -> tally.breach(
                        "claim %s: %d events tell of it, but it is not in the ledger",
                        row.getString("claim_id"), row.getLong("events")));
    }

    private void event(ResultSet row, Tally tally) throws SQLException {
        String id = row.getString("id");
        if (!id.equals(claimId)) {
            endClaim(tally);
            claimId = id;
            claimState = row.getString("state");
            reached = "RECEIVED";
            tally.checked();
            if (!LegalMoves.isState(claimState)) {
                tally.breach("claim %s: there is no state %s", id, claimState);
            }
        }
        long seq = row.getLong("seq");
        if (row.wasNull()) {
            tally.breach("claim %s: no event tells how it came to be %s", id, claimState);
            reached = claimState;
            return;
        }
        String from = row.getString("from_state");
        String to = row.getString("to_state");
        if (!from.equals(reached)) {
            tally.breach("claim %s, event %d: it starts from %s, the one before led to %s", id, seq, from, reached);
        } else if (!LegalMoves.allow(from, to)) {
            tally.breach("claim %s, event %d: %s to %s is no legal move", id, seq, from, to);
        }
        if (row.getBoolean("unexplained")) {
            tally.breach("claim %s, event %d: cause or actor is missing", id, seq);
        }
        reached = to;
    }

    private void endClaim(Tally tally) {
        if (!claimId.isEmpty() && !reached.equals(claimState)) {
            tally.breach("claim %s: its events lead to %s, the ledger says %s", claimId, reached, claimState);
        }
    }
}
