package org.clearlane.store.webhooks;

import java.sql.SQLException;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clearlane.store.Sql;
import org.clearlane.store.ledger.Ledger.Tx;

/**
 * Notes what there is to tell, in the transaction of the fact itself and only for practices that have an endpoint for it.
 * Claims that move together are told together, up to {@value #SLICE} in one event: a file of 100,000 claims makes a
 * thousand requests and not a hundred thousand. Where nobody listens the cost is one look at an empty table a statement.
 */
public final class WebhookEvents {

    /** Claims in one event at most: its body stays far below the 20 kB that receivers may expect. */
    static final int SLICE = 100;

    private static final String TYPES_OF_STATES = Stream.of(WebhookType.values())
            .flatMap(type -> type.states().stream().map(state -> "('" + state.name() + "', '" + type.wire() + "')"))
            .collect(Collectors.joining(", "));

    /** Whoever turned off or failing endpoints has still wants to know: what was missed can be sent again. */
    private static final String TOLD =
            """
            insert into webhook_events (practice_id, type, at, subjects, evidence)
            select s.practice_id, s.type, ?, array_agg(s.id order by s.id), ? from (
                select m.id, m.practice_id, k.type,
                    (row_number() over (partition by m.practice_id, k.type order by m.id) - 1) / %d as slice
                from %s m join (values %s) as k (state, type) on k.state = m.state
                where exists (select from webhook_endpoints where deleted_at is null)
                    and exists (select from webhook_endpoints e
                        where e.practice_id = m.practice_id and e.deleted_at is null and k.type = any(e.types))) s
            group by s.practice_id, s.type, s.slice""";

    /**
     * A further part of a statement that moves claims: {@code with moved as (… returning id, practice_id, state), told as
     * (…)}. Takes two values: when, and the evidence.
     */
    public static final String TOLD_OF_MOVED = TOLD.formatted(SLICE, "moved", TYPES_OF_STATES);

    private WebhookEvents() {}

    /** Claims of a file enter the ledger; those that wait in this table are told of by their states. */
    public static void entering(Tx tx, String practiceId, String fileId) throws SQLException {
        Sql.update(
                tx.connection(),
                TOLD.formatted(
                        SLICE,
                        "(select id, state, cast(? as text) as practice_id from entering_claims)",
                        TYPES_OF_STATES),
                tx.now(),
                fileId,
                practiceId);
    }

    /** Something happened to one thing of one practice. */
    public static void note(Tx tx, WebhookType type, String practiceId, String subject, String evidence)
            throws SQLException {
        Sql.update(
                tx.connection(),
                """
                insert into webhook_events (practice_id, type, at, subjects, evidence)
                select ?, ?, ?, array[?], ? where exists (
                    select from webhook_endpoints where practice_id = ? and deleted_at is null and ? = any(types))""",
                practiceId,
                type.wire(),
                tx.now(),
                subject,
                evidence,
                practiceId,
                type.wire());
    }

    /** A payer can no longer be reached, or again: every practice that listens for it is told. */
    public static void payer(Tx tx, WebhookType type, String payerId) throws SQLException {
        Sql.update(
                tx.connection(),
                """
                insert into webhook_events (practice_id, type, at, subjects, evidence)
                select distinct practice_id, ?, cast(? as timestamptz), array[?], '' from webhook_endpoints
                where deleted_at is null and ? = any(types)""",
                type.wire(),
                tx.now(),
                payerId,
                type.wire());
    }

    /** Makes a delivery of every new event for each endpoint that is on; returns how many events were looked at. */
    public static int spread(Tx tx, int most) throws SQLException {
        return Sql.update(
                tx.connection(),
                """
                with fresh as (
                    select seq, practice_id, type, at from webhook_events where spread_at is null
                    order by seq limit ? for update skip locked),
                made as (
                    insert into webhook_deliveries (endpoint_id, event_seq, practice_id, state, due_at, changed_at)
                    select e.id, f.seq, f.practice_id, 'WAITING', ?, ? from fresh f join webhook_endpoints e
                        on e.practice_id = f.practice_id and f.type = any(e.types) and e.created_at <= f.at
                            and e.disabled_at is null and e.deleted_at is null
                    order by f.seq
                    on conflict (endpoint_id, event_seq) do nothing)
                update webhook_events set spread_at = ? where seq in (select seq from fresh)""",
                most,
                tx.now(),
                tx.now(),
                tx.now());
    }

    /** Forgets what is older than this, unless it still waits to be delivered by an endpoint that is on. */
    public static void sweep(Tx tx, Duration keep) throws SQLException {
        Object[] age = {tx.now().minus(keep)};
        String old =
                """
                select d.id from webhook_deliveries d join webhook_events v on v.seq = d.event_seq
                    join webhook_endpoints e on e.id = d.endpoint_id
                where v.at < ? and (d.state <> 'WAITING' or e.disabled_at is not null or e.deleted_at is not null)""";
        Sql.update(tx.connection(), "delete from webhook_attempts where delivery_id in (" + old + ")", age);
        Sql.update(tx.connection(), "delete from webhook_deliveries where id in (" + old + ")", age);
        Sql.update(
                tx.connection(),
                """
                delete from webhook_events v where at < ? and spread_at is not null
                    and not exists (select from webhook_deliveries d where d.event_seq = v.seq)""",
                age);
    }
}
