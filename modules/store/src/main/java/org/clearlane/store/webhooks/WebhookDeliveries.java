package org.clearlane.store.webhooks;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.clearlane.store.Sql;
import org.clearlane.store.ledger.Ledger.Tx;

/** What has to be sent where, what is due, and how each attempt went. */
public final class WebhookDeliveries {

    /**
     * A delivery that somebody has in hand.
     *
     * @param eventId {@code evt_…}, the same at every attempt
     * @param subjects identifiers of what it is about
     * @param tries how often it was tried since it was last asked for
     */
    public record Due(
            long id,
            String endpointId,
            String practiceId,
            String url,
            String eventId,
            String type,
            Instant at,
            List<String> subjects,
            String evidence,
            int tries) {

        public Due {
            subjects = List.copyOf(subjects);
        }
    }

    /**
     * A delivery as people read it.
     *
     * @param dueAt when it is tried next; it counts while the state is {@code WAITING}
     * @param lastStatus the receiver's last answer, or null
     * @param lastProblem why the last attempt failed, or null
     */
    public record Sent(
            long id,
            String eventId,
            String type,
            Instant at,
            int subjects,
            String state,
            int attempts,
            Instant dueAt,
            Instant changedAt,
            Integer lastStatus,
            String lastProblem) {}

    /**
     * One attempt.
     *
     * @param status the receiver's answer, or null where there was none
     * @param problem why it did not count; empty where it did
     */
    public record Attempt(int number, Instant at, long durationMs, Integer status, String problem) {}

    private static final String SENT =
            """
            select d.id, v.id as event_id, v.type, v.at, cardinality(v.subjects) as subjects, d.state, d.attempts, d.due_at,
                d.changed_at, a.status, a.problem
            from webhook_deliveries d join webhook_events v on v.seq = d.event_seq
            left join webhook_attempts a on a.delivery_id = d.id and a.number = d.attempts
            """;

    private WebhookDeliveries() {}

    /**
     * Takes what is due, a few for each endpoint, so that one that is slow holds up no other. Whoever took it has it for a
     * while; what is not recorded by then was lost in a crash and is due again.
     */
    public static List<Due> take(Tx tx, int most, int mostOfOne, Duration lease) throws SQLException {
        return Sql.list(
                tx.connection(),
                """
                with due as (
                    select d.id from webhook_endpoints e cross join lateral (
                        select id, due_at from webhook_deliveries w
                        where w.endpoint_id = e.id and w.state = 'WAITING' and w.due_at <= ?
                            and (w.leased_until is null or w.leased_until <= ?)
                        order by w.due_at, w.id
                        limit greatest(0, ? - (select count(*) from webhook_deliveries l
                            where l.endpoint_id = e.id and l.state = 'WAITING' and l.leased_until > ?))) d
                    where e.disabled_at is null and e.deleted_at is null and (e.quiet_until is null or e.quiet_until <= ?)
                    order by d.due_at, d.id limit ?),
                taken as (
                    update webhook_deliveries w set leased_until = ?
                    where w.id in (select id from due) and w.state = 'WAITING'
                        and (w.leased_until is null or w.leased_until <= ?)
                    returning w.id, w.endpoint_id, w.event_seq, w.tries)
                select t.id, t.endpoint_id, t.tries, e.url, v.practice_id, v.id as event_id, v.type, v.at, v.subjects, v.evidence
                from taken t join webhook_endpoints e on e.id = t.endpoint_id join webhook_events v on v.seq = t.event_seq
                order by t.id""",
                WebhookDeliveries::due,
                tx.now(),
                tx.now(),
                mostOfOne,
                tx.now(),
                tx.now(),
                most,
                tx.now().plus(lease),
                tx.now());
    }

    /** Writes an attempt down, and returns its number. */
    public static int attempted(Tx tx, Due due, Instant at, Duration took, Integer status, String problem)
            throws SQLException {
        return Sql.first(
                        tx.connection(),
                        """
                        with counted as (
                            update webhook_deliveries set attempts = attempts + 1, tries = tries + 1, leased_until = null,
                                changed_at = ? where id = ? returning attempts)
                        insert into webhook_attempts (delivery_id, number, practice_id, at, duration_ms, status, problem)
                        select ?, attempts, ?, ?, ?, cast(? as integer), ? from counted returning number""",
                        row -> row.getInt(1),
                        tx.now(),
                        due.id(),
                        due.id(),
                        due.practiceId(),
                        at,
                        took.toMillis(),
                        status,
                        problem)
                .orElse(0);
    }

    /** It has arrived, or it is given up. */
    public static void close(Tx tx, long id, boolean delivered) throws SQLException {
        Sql.update(
                tx.connection(),
                "update webhook_deliveries set state = ? where id = ?",
                delivered ? "DELIVERED" : "GIVEN_UP",
                id);
    }

    /** It is tried again at that time. */
    public static void putOff(Tx tx, long id, Instant until) throws SQLException {
        Sql.update(tx.connection(), "update webhook_deliveries set due_at = ? where id = ?", until, id);
    }

    /** Sends one event to one endpoint, whoever else is told of it: a test. */
    public static String only(Tx tx, String endpointId, String practiceId, WebhookType type) throws SQLException {
        return Sql.first(
                        tx.connection(),
                        """
                        with noted as (
                            insert into webhook_events (practice_id, type, at, subjects, evidence, spread_at)
                            values (?, ?, ?, array[?], '', ?) returning seq, id),
                        made as (
                            insert into webhook_deliveries (endpoint_id, event_seq, practice_id, state, due_at, changed_at)
                            select ?, seq, ?, 'WAITING', ?, ? from noted)
                        select id from noted""",
                        row -> row.getString(1),
                        practiceId,
                        type.wire(),
                        tx.now(),
                        endpointId,
                        tx.now(),
                        endpointId,
                        practiceId,
                        tx.now(),
                        tx.now())
                .orElseThrow();
    }

    /** Sends one delivery again from the beginning of the schedule; false when there is none. */
    public static boolean again(Tx tx, String endpointId, long id) throws SQLException {
        return Sql.update(
                        tx.connection(),
                        """
                        update webhook_deliveries set state = 'WAITING', tries = 0, due_at = ?, changed_at = ?
                        where id = ? and endpoint_id = ?""",
                        tx.now(),
                        tx.now(),
                        id,
                        endpointId)
                == 1;
    }

    /**
     * Sends everything of the endpoint's types since then, also what was never sent because it was disabled. Returns how
     * many.
     *
     * @param onlyFailed leaves out what has arrived
     */
    public static int againSince(Tx tx, WebhookEndpoint endpoint, Instant since, boolean onlyFailed)
            throws SQLException {
        return Sql.update(
                tx.connection(),
                """
                insert into webhook_deliveries (endpoint_id, event_seq, practice_id, state, due_at, changed_at)
                select ?, v.seq, v.practice_id, 'WAITING', ?, ? from webhook_events v
                where v.practice_id = ? and v.at >= ? and v.type = any(?) and v.spread_at is not null
                order by v.seq
                on conflict (endpoint_id, event_seq) do update
                    set state = 'WAITING', tries = 0, due_at = excluded.due_at, changed_at = excluded.changed_at
                    where not ? or webhook_deliveries.state <> 'DELIVERED'""",
                endpoint.id(),
                tx.now(),
                tx.now(),
                endpoint.practiceId(),
                since,
                endpoint.types().toArray(String[]::new),
                onlyFailed);
    }

    /** An endpoint's deliveries, the newest first, from behind one of them on; nought for the beginning. */
    public static List<Sent> of(Connection connection, String endpointId, long behind, int most) throws SQLException {
        return Sql.list(
                connection,
                SENT
                        + """
                        where d.endpoint_id = ? and (? = 0 or d.id < ?) order by d.id desc limit ?""",
                WebhookDeliveries::sent,
                endpointId,
                behind,
                behind,
                most);
    }

    /** One delivery of this endpoint. */
    public static Optional<Sent> one(Connection connection, String endpointId, long id) throws SQLException {
        return Sql.first(
                connection, SENT + "where d.endpoint_id = ? and d.id = ?", WebhookDeliveries::sent, endpointId, id);
    }

    /** Its attempts, the newest first. */
    public static List<Attempt> attempts(Connection connection, long id) throws SQLException {
        return Sql.list(
                connection,
                """
                select number, at, duration_ms, status, problem from webhook_attempts where delivery_id = ?
                order by number desc limit 200""",
                row -> new Attempt(
                        row.getInt("number"),
                        Sql.instant(row, "at"),
                        row.getLong("duration_ms"),
                        (Integer) row.getObject("status"),
                        row.getString("problem")),
                id);
    }

    private static Sent sent(ResultSet row) throws SQLException {
        return new Sent(
                row.getLong("id"),
                row.getString("event_id"),
                row.getString("type"),
                Sql.instant(row, "at"),
                row.getInt("subjects"),
                row.getString("state"),
                row.getInt("attempts"),
                Sql.instant(row, "due_at"),
                Sql.instant(row, "changed_at"),
                (Integer) row.getObject("status"),
                row.getString("problem"));
    }

    private static Due due(ResultSet row) throws SQLException {
        return new Due(
                row.getLong("id"),
                row.getString("endpoint_id"),
                row.getString("practice_id"),
                row.getString("url"),
                row.getString("event_id"),
                row.getString("type"),
                Sql.instant(row, "at"),
                List.of((String[]) row.getArray("subjects").getArray()),
                row.getString("evidence"),
                row.getInt("tries"));
    }
}
