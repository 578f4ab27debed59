package org.clearlane.store.ledger;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.clearlane.model.directory.PayerProfile;
import org.clearlane.store.Sql;
import org.clearlane.store.ledger.Ledger.Tx;
import org.clearlane.store.webhooks.WebhookEvents;
import org.clearlane.store.webhooks.WebhookType;

/**
 * What operators want of payers' routes. Every node asks here before it batches, sends or collects; what may not go waits in
 * the tables: no attempt is counted, nothing reaches the broker, nothing is parked. A payer without a row flows.
 */
public final class PayerRoutes {

    /** What an operator wants of a route. */
    public enum Wanted {
        /** It flows. */
        RUNNING,
        /** Nothing goes out, nothing is collected. */
        STOPPED,
        /** Nothing goes out until a time; answers are collected. */
        SUSPENDED
    }

    /** What is known of the connection. */
    public enum Circuit {
        /** It works, or has not failed often enough. */
        CLOSED,
        /** It failed again and again: only checks go out. */
        OPEN,
        /** It works again, and one sending at a time shows for how long. */
        HALF_OPEN
    }

    /** What may happen with a payer's route and connection. The names are those of the rows. */
    public enum Event {
        STARTED("route.started"),
        STOPPED("route.stopped"),
        SUSPENDED("route.suspended"),
        RESUMED("route.resumed"),
        TESTED("route.tested"),
        DOWN("payer.down"),
        TRYING("payer.trying"),
        RELAPSED("payer.relapsed"),
        UP("payer.up");

        private final String kind;

        Event(String kind) {
            this.kind = kind;
        }

        /** As the rows and subscribers have it. */
        public String kind() {
            return kind;
        }
    }

    /** What comes in front of the payer in the name of the queue of its interchanges. */
    public static final String SEND_QUEUE = "dispatch.send.";

    /** What stands in the table, as far as decisions need it. */
    record Row(boolean flows, Wanted wanted, Circuit circuit, Instant circuitSince, Instant nextTryAt) {}

    private PayerRoutes() {}

    /** Enters payers that are new and the names of those that are not; one whose file is gone stays, not set up. */
    public static void know(Tx tx, Collection<PayerProfile> payers) throws SQLException {
        for (PayerProfile payer : payers) {
            Sql.update(
                    tx.connection(),
                    """
                    insert into payer_routes (payer_id, name, configured, wanted, reason, actor, changed_at, circuit_since)
                    values (?, ?, true, 'RUNNING', '', 'clearlane', ?, ?)
                    on conflict (payer_id) do update set name = excluded.name, configured = true""",
                    payer.id(),
                    payer.name(),
                    tx.now(),
                    tx.now());
        }
        String[] ids = payers.stream().map(PayerProfile::id).toArray(String[]::new);
        Sql.update(
                tx.connection(),
                """
                insert into payer_routes (payer_id, name, configured, wanted, reason, actor, changed_at, circuit_since)
                select payer_id, payer_id, false, 'RUNNING', '', 'clearlane', ?, ? from (
                    select payer_id from claims where state = 'QUEUED' and payer_id is not null
                    union select payer_id from outbound_interchanges where state <> 'SENT') left_behind
                where not payer_id = any(?) on conflict do nothing""",
                tx.now(),
                tx.now(),
                ids);
        Sql.update(
                tx.connection(),
                "update payer_routes set configured = false where configured and not payer_id = any(?)",
                (Object) ids);
    }

    /** Makes the row of a payer that no start has entered, such as one of a test. */
    static void ensure(Tx tx, String payerId) throws SQLException {
        Sql.update(
                tx.connection(),
                """
                insert into payer_routes (payer_id, name, configured, wanted, reason, actor, changed_at, circuit_since)
                values (?, ?, true, 'RUNNING', '', 'clearlane', ?, ?) on conflict do nothing""",
                payerId,
                payerId,
                tx.now(),
                tx.now());
    }

    /** Whether claims of this payer may be put together: not while nothing may go out, so that they can still be mended. */
    public static boolean mayBatch(Tx tx, String payerId) throws SQLException {
        return row(tx, payerId, "")
                .map(row -> row.flows() && row.circuit() != Circuit.OPEN)
                .orElse(true);
    }

    /** Whether answers of this payer may be fetched. */
    public static boolean mayCollect(Tx tx, String payerId) throws SQLException {
        return row(tx, payerId, "")
                .map(row -> row.wanted() != Wanted.STOPPED && row.circuit() != Circuit.OPEN)
                .orElse(true);
    }

    /** Whether an interchange may be sent now. While the connection proves itself this takes the one try that is free. */
    public static boolean maySend(Tx tx, String payerId, Duration tryEvery) throws SQLException {
        Optional<Row> row = row(tx, payerId, "for update");
        if (row.isEmpty()) {
            return true;
        }
        if (!row.get().flows() || row.get().circuit() == Circuit.OPEN) {
            return false;
        }
        if (row.get().circuit() == Circuit.CLOSED) {
            return true;
        }
        if (row.get().nextTryAt().isAfter(tx.now())) {
            return false;
        }
        Sql.update(
                tx.connection(),
                "update payer_routes set next_try_at = ? where payer_id = ?",
                tx.now().plus(tryEvery),
                payerId);
        return true;
    }

    /** Whether the route still flows, asked last before what cannot be taken back. Whoever stops it waits for the answer's use. */
    public static boolean stillFlows(Tx tx, String payerId) throws SQLException {
        return row(tx, payerId, "for share").map(Row::flows).orElse(true);
    }

    static Optional<Row> row(Tx tx, String payerId, String lock) throws SQLException {
        return Sql.first(
                tx.connection(),
                """
                select configured and (wanted = 'RUNNING' or (wanted = 'SUSPENDED' and until <= ?)) as flows,
                    wanted, circuit, circuit_since, coalesce(next_try_at, circuit_since) as next_try_at
                from payer_routes where payer_id = ?\s"""
                        + lock,
                found -> new Row(
                        found.getBoolean("flows"),
                        Wanted.valueOf(found.getString("wanted")),
                        Circuit.valueOf(found.getString("circuit")),
                        Sql.instant(found, "circuit_since"),
                        Sql.instant(found, "next_try_at")),
                tx.now(),
                payerId);
    }

    /** Lets the route flow; false when it does already. A connection that is down is checked at once. */
    public static boolean start(Tx tx, String payerId, String actor, String reason) throws SQLException {
        return want(tx, payerId, Wanted.RUNNING, null, actor, reason, Event.STARTED);
    }

    /** Stops the route both ways; false when it is stopped already. What is being handed over right now is finished. */
    public static boolean stop(Tx tx, String payerId, String actor, String reason) throws SQLException {
        return want(tx, payerId, Wanted.STOPPED, null, actor, reason, Event.STOPPED);
    }

    /** Lets nothing go out until a time; answers are still fetched. */
    public static boolean suspend(Tx tx, String payerId, Instant until, String actor, String reason)
            throws SQLException {
        return want(tx, payerId, Wanted.SUSPENDED, until, actor, reason, Event.SUSPENDED);
    }

    private static boolean want(
            Tx tx, String payerId, Wanted wanted, Instant until, String actor, String reason, Event event)
            throws SQLException {
        boolean changed = Sql.update(
                        tx.connection(),
                        """
                        update payer_routes set wanted = ?, until = ?, actor = ?, reason = ?, changed_at = ?,
                            next_check_at = ?, next_try_at = ?
                        where payer_id = ? and (wanted <> ? or until is distinct from ?)""",
                        wanted,
                        until,
                        actor,
                        reason,
                        tx.now(),
                        tx.now(),
                        tx.now(),
                        payerId,
                        wanted,
                        until)
                == 1;
        if (changed) {
            note(tx, payerId, event, actor, reason);
        }
        return changed;
    }

    /** Suspensions whose time is over become running routes, each with an event of its own. */
    public static void resumeWhatIsOver(Tx tx) throws SQLException {
        for (String payerId : Sql.list(
                tx.connection(),
                "select payer_id from payer_routes where wanted = 'SUSPENDED' and until <= ? for update skip locked",
                row -> row.getString(1),
                tx.now())) {
            want(tx, payerId, Wanted.RUNNING, null, "clearlane", "the time of the suspension is over", Event.RESUMED);
        }
    }

    /** Adds to the history of a route. */
    public static void note(Tx tx, String payerId, Event event, String actor, String reason) throws SQLException {
        Sql.update(
                tx.connection(),
                "insert into route_events (payer_id, at, kind, actor, reason) values (?, ?, ?, ?, ?)",
                payerId,
                tx.now(),
                event.kind(),
                actor,
                reason);
        if (event == Event.DOWN) {
            WebhookEvents.payer(tx, WebhookType.PAYER_DOWN, payerId);
        } else if (event == Event.UP) {
            WebhookEvents.payer(tx, WebhookType.PAYER_UP, payerId);
        }
    }
}
