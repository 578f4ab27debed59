package org.clearlane.store.ledger;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.clearlane.model.directory.PayerProfile;
import org.clearlane.store.Sql;
import org.clearlane.store.ledger.Ledger.Tx;
import org.clearlane.store.ledger.PayerRoutes.Circuit;
import org.clearlane.store.ledger.PayerRoutes.Event;
import org.clearlane.store.ledger.PayerRoutes.Row;

/**
 * How contacts with payers went, and what follows for the connection's circuit. It stands in the ledger, so that all nodes
 * know of a payer that is away what one of them has found out.
 */
public final class PayerContacts {

    /** What the contact was for. */
    public enum Way {
        SEND,
        COLLECT,
        CHECK,
        TEST
    }

    private static final int LONGEST_PROBLEM = 500;

    private PayerContacts() {}

    /** The payer was reached and let us in. */
    public static void worked(Tx tx, String payerId, PayerProfile.Circuit rule, Way way) throws SQLException {
        PayerRoutes.ensure(tx, payerId);
        Row row = PayerRoutes.row(tx, payerId, "for update").orElseThrow();
        Sql.update(
                tx.connection(),
                """
                update payer_routes set last_good_at = ?,
                    send_failures = case when ? = 'SEND' then 0 else send_failures end,
                    collect_failures = case when ? = 'COLLECT' then 0 else collect_failures end
                where payer_id = ?""",
                tx.now(),
                way,
                way,
                payerId);
        if (row.circuit() == Circuit.OPEN) {
            turn(tx, payerId, Circuit.HALF_OPEN);
            PayerRoutes.note(tx, payerId, Event.TRYING, "clearlane", "a " + word(way) + " went well");
        } else if (row.circuit() == Circuit.HALF_OPEN
                && !row.circuitSince().plus(rule.healthyFor()).isAfter(tx.now())) {
            turn(tx, payerId, Circuit.CLOSED);
            PayerRoutes.note(tx, payerId, Event.UP, "clearlane", "it works since " + inWords(rule.healthyFor()));
        }
    }

    /** The payer was not reached, did not let us in, or did not take what it was given. */
    public static void failed(Tx tx, String payerId, PayerProfile.Circuit rule, Way way, String problem)
            throws SQLException {
        String shown = problem.length() > LONGEST_PROBLEM ? problem.substring(0, LONGEST_PROBLEM) : problem;
        PayerRoutes.ensure(tx, payerId);
        Row row = PayerRoutes.row(tx, payerId, "for update").orElseThrow();
        Sql.update(
                tx.connection(),
                "insert into payer_errors (payer_id, at, way, problem) values (?, ?, ?, ?)",
                payerId,
                tx.now(),
                way,
                shown);
        int inARow = Sql.first(
                        tx.connection(),
                        """
                        update payer_routes set last_error = ?, last_error_at = ?,
                            send_failures = send_failures + case when ? = 'SEND' then 1 else 0 end,
                            collect_failures = collect_failures + case when ? = 'COLLECT' then 1 else 0 end
                        where payer_id = ? returning greatest(send_failures, collect_failures)""",
                        found -> found.getInt(1),
                        shown,
                        tx.now(),
                        way,
                        way,
                        payerId)
                .orElseThrow();
        if (row.circuit() == Circuit.CLOSED && inARow >= rule.failures()) {
            open(tx, payerId, rule, Event.DOWN, shown);
        } else if (row.circuit() == Circuit.HALF_OPEN) {
            open(tx, payerId, rule, Event.RELAPSED, shown);
        }
    }

    private static void open(Tx tx, String payerId, PayerProfile.Circuit rule, Event event, String problem)
            throws SQLException {
        turn(tx, payerId, Circuit.OPEN);
        Sql.update(
                tx.connection(),
                "update payer_routes set next_check_at = ? where payer_id = ?",
                tx.now().plus(rule.checkEvery()),
                payerId);
        PayerRoutes.note(tx, payerId, event, "clearlane", problem);
    }

    private static void turn(Tx tx, String payerId, Circuit circuit) throws SQLException {
        Sql.update(
                tx.connection(),
                """
                update payer_routes set circuit = ?, circuit_since = ?, next_try_at = ?, send_failures = 0,
                    collect_failures = 0
                where payer_id = ?""",
                circuit,
                tx.now(),
                tx.now(),
                payerId);
    }

    /** Whether the connection is to be checked now: one node takes each check. */
    public static boolean takeCheck(Tx tx, String payerId, PayerProfile.Circuit rule) throws SQLException {
        return Sql.update(
                        tx.connection(),
                        """
                        update payer_routes set next_check_at = ?
                        where payer_id = ? and circuit <> 'CLOSED' and configured and wanted <> 'STOPPED'
                            and coalesce(next_check_at, circuit_since) <= ?""",
                        tx.now().plus(rule.checkEvery()),
                        payerId,
                        tx.now())
                == 1;
    }

    /** How the connection stands; empty for a payer that nobody has contacted. */
    public static Optional<Circuit> circuit(Tx tx, String payerId) throws SQLException {
        return PayerRoutes.row(tx, payerId, "").map(Row::circuit);
    }

    private static String word(Way way) {
        return switch (way) {
            case SEND -> "sending";
            case COLLECT -> "collecting";
            case CHECK -> "check";
            case TEST -> "test";
        };
    }

    private static String inWords(Duration time) {
        return time.toMinutes() > 0 && time.toSecondsPart() == 0
                ? time.toMinutes() + " min"
                : String.format(Locale.ROOT, "%d s", time.toSeconds());
    }
}
