package org.clearlane.store.ledger;

import java.sql.SQLException;
import java.util.List;
import org.clearlane.model.ledger.ClaimState;
import org.clearlane.model.ledger.Lifecycle;
import org.clearlane.store.Sql;
import org.clearlane.store.ledger.Ledger.Tx;
import org.clearlane.store.webhooks.WebhookEvents;

/** Moves claims from state to state, each move with its event. Asks {@link Lifecycle} and nobody else. */
public final class ClaimMoves {

    /**
     * Why a claim moved.
     *
     * @param cause what happened: {@code batched}, {@code sent}, {@code 999}, {@code 277CA}, {@code 835}, {@code operator}
     * @param actor who did it: {@code clearlane}, a payer's id, a user
     * @param evidence the id of the file, interchange or answer that shows it
     * @param detail in the standard's codes where there are some, for example {@code A2:20:PR}
     */
    public record Reason(String cause, String actor, String evidence, String detail) {}

    /** One claim's move; {@code from} equal to {@code to} adds evidence without moving. */
    public record Move(String claimId, ClaimState from, ClaimState to, String detail) {}

    private ClaimMoves() {}

    /** Moves every claim of an outbound interchange that is in this state. Returns how many moved. */
    public static int moveAllOf(Tx tx, String outboundId, ClaimState from, ClaimState to, Reason reason)
            throws SQLException {
        require(from, to);
        return Sql.update(
                tx.connection(),
                """
                with moved as (
                    update claims set state = ?, state_since = ? where outbound_id = ? and state = ?
                    returning id, practice_id, state),
                told as (%s)
                insert into claim_events (claim_id, practice_id, at, from_state, to_state, cause, actor, evidence, detail)
                select id, practice_id, ?, ?, ?, ?, ?, ?, ? from moved"""
                        .formatted(WebhookEvents.TOLD_OF_MOVED),
                to,
                tx.now(),
                outboundId,
                from,
                tx.now(),
                reason.evidence(),
                tx.now(),
                from,
                to,
                reason.cause(),
                reason.actor(),
                reason.evidence(),
                reason.detail());
    }

    /** As {@link #moveAllOf}, for the claims of one transaction set of the interchange. */
    public static int moveAllOfSet(
            Tx tx, String outboundId, String setControl, ClaimState from, ClaimState to, Reason reason)
            throws SQLException {
        require(from, to);
        return Sql.update(
                tx.connection(),
                """
                with moved as (
                    update claims c set state = ?, state_since = ?
                    from submissions s
                    where s.outbound_id = ? and s.set_control = ? and s.claim_id = c.id and c.outbound_id = s.outbound_id
                        and c.state = ?
                    returning c.id, c.practice_id, c.state),
                told as (%s)
                insert into claim_events (claim_id, practice_id, at, from_state, to_state, cause, actor, evidence, detail)
                select id, practice_id, ?, ?, ?, ?, ?, ?, ? from moved"""
                        .formatted(WebhookEvents.TOLD_OF_MOVED),
                to,
                tx.now(),
                outboundId,
                setControl,
                from,
                tx.now(),
                reason.evidence(),
                tx.now(),
                from,
                to,
                reason.cause(),
                reason.actor(),
                reason.evidence(),
                reason.detail());
    }

    /** Moves single claims, each from the state the caller read under lock. */
    public static void move(Tx tx, List<Move> moves, Reason reason) throws SQLException {
        if (moves.isEmpty()) {
            return;
        }
        for (Move move : moves) {
            if (move.from() != move.to()) {
                require(move.from(), move.to());
            }
        }
        String[] ids = moves.stream().map(Move::claimId).toArray(String[]::new);
        String[] from = moves.stream().map(move -> move.from().name()).toArray(String[]::new);
        String[] to = moves.stream().map(move -> move.to().name()).toArray(String[]::new);
        String[] details = moves.stream().map(Move::detail).toArray(String[]::new);
        int touched = Sql.update(
                tx.connection(),
                """
                with moved as (
                    update claims c set state = m.later, state_since = case when m.later = c.state then c.state_since else ? end
                    from unnest(?::text[], ?::text[], ?::text[]) as m (id, earlier, later)
                    where c.id = m.id and c.state = m.earlier
                    returning c.id, c.practice_id, case when m.earlier = m.later then '' else c.state end as state),
                told as (%s)
                insert into claim_events (claim_id, practice_id, at, from_state, to_state, cause, actor, evidence, detail)
                select moved.id, moved.practice_id, ?, m.earlier, m.later, ?, ?, ?, m.detail
                from moved join unnest(?::text[], ?::text[], ?::text[], ?::text[]) as m (id, earlier, later, detail)
                    on m.id = moved.id"""
                        .formatted(WebhookEvents.TOLD_OF_MOVED),
                tx.now(),
                ids,
                from,
                to,
                tx.now(),
                reason.evidence(),
                tx.now(),
                reason.cause(),
                reason.actor(),
                reason.evidence(),
                ids,
                from,
                to,
                details);
        if (touched != moves.size()) {
            throw new IllegalStateException("%d of %d claims were not in the state they were read in"
                    .formatted(moves.size() - touched, moves.size()));
        }
    }

    private static void require(ClaimState from, ClaimState to) {
        if (!Lifecycle.allows(from, to)) {
            throw new IllegalStateException("a claim may not go from " + from + " to " + to);
        }
    }
}
