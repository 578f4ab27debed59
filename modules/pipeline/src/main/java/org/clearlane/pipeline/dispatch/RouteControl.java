package org.clearlane.pipeline.dispatch;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;
import org.clearlane.model.connection.Handover;
import org.clearlane.model.directory.PayerProfile;
import org.clearlane.store.Sql;
import org.clearlane.store.ledger.Ledger;
import org.clearlane.store.ledger.Ledger.Tx;
import org.clearlane.store.ledger.PayerContacts;
import org.clearlane.store.ledger.PayerRoutes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an operator does to payers' routes, whether on a page, by the API or by a command. Nothing here reaches into running
 * routes: what is wanted stands in the ledger, and every node asks there.
 */
public final class RouteControl {

    private static final Logger LOG = LoggerFactory.getLogger(RouteControl.class);
    private static final int LONGEST_REASON = 300;
    private static final Duration LONGEST_SUSPENSION = Duration.ofDays(90);

    private final Ledger ledger;
    private final PayerConnectionsInUse connections;

    public RouteControl(Ledger ledger, PayerConnectionsInUse connections) {
        this.ledger = ledger;
        this.connections = connections;
    }

    /**
     * How a test of a connection went.
     *
     * @param works whether the payer was reached and let us in
     * @param words what it said, or why not
     * @param took how long it took
     */
    public record Tested(boolean works, String words, Duration took) {}

    /** Lets a route flow; false when it flows already. */
    public static boolean start(Tx tx, String payerId, String actor, String reason) throws SQLException {
        known(tx, payerId);
        return PayerRoutes.start(tx, payerId, actor, shown(reason));
    }

    /** Stops a route both ways, for a reason; false when it is stopped already. */
    public static boolean stop(Tx tx, String payerId, String actor, String reason) throws SQLException {
        known(tx, payerId);
        return PayerRoutes.stop(tx, payerId, actor, needed(reason));
    }

    /** Lets nothing go out until a time, for a reason; false when that is so already. */
    public static boolean suspend(Tx tx, String payerId, Instant until, String actor, String reason)
            throws SQLException {
        known(tx, payerId);
        if (!until.isAfter(tx.now()) || until.isAfter(tx.now().plus(LONGEST_SUSPENSION))) {
            throw new Failure(
                    FailureCode.ILLEGAL_MOVE,
                    "a route is suspended until a time ahead, at most " + LONGEST_SUSPENSION.toDays() + " days");
        }
        return PayerRoutes.suspend(tx, payerId, until, actor, needed(reason));
    }

    private static void known(Tx tx, String payerId) throws SQLException {
        if (Sql.number(tx.connection(), "select count(*) from payer_routes where payer_id = ?", payerId) == 0) {
            throw new Failure(FailureCode.NOT_FOUND, "there is no payer " + payerId);
        }
    }

    private static String needed(String reason) {
        if (reason == null || reason.isBlank()) {
            throw new Failure(FailureCode.ILLEGAL_MOVE, "say why: whoever comes next reads it");
        }
        return shown(reason);
    }

    private static String shown(String reason) {
        String text = reason == null ? "" : reason.strip();
        return text.length() > LONGEST_REASON ? text.substring(0, LONGEST_REASON) : text;
    }

    /** Whether this node can reach the payer: its profile is in the files. */
    public boolean isSetUp(String payerId) {
        return connections.profiles().containsKey(payerId);
    }

    /** Opens the payer's connection and does the least that proves it lives. No claim is sent, no answer taken. */
    public Tested test(String payerId, String actor) {
        if (!isSetUp(payerId)) {
            throw new Failure(FailureCode.NOT_FOUND, "there is no payer " + payerId + " in config/payers");
        }
        Tested tested = look(payerId, PayerContacts.Way.TEST);
        ledger.run(tx -> PayerRoutes.note(
                tx,
                payerId,
                PayerRoutes.Event.TESTED,
                actor,
                (tested.works() ? "it works: " : "it does not work: ") + tested.words() + " ("
                        + tested.took().toMillis() + " ms)"));
        return tested;
    }

    /**
     * What happens by itself, every few seconds on every node: suspensions end, connections that are down are checked when
     * their time has come. One node takes each check.
     */
    public void watch() {
        ledger.run(PayerRoutes::resumeWhatIsOver);
        for (PayerProfile payer : connections.profiles().values()) {
            if (ledger.transact(tx -> PayerContacts.takeCheck(tx, payer.id(), payer.circuit()))) {
                look(payer.id(), PayerContacts.Way.CHECK);
            }
        }
    }

    private Tested look(String payerId, PayerContacts.Way way) {
        PayerProfile.Circuit rule = connections.profile(payerId).circuit();
        long start = System.nanoTime();
        Handover found = found(payerId);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        ledger.run(tx -> {
            if (found instanceof Handover.Delivered) {
                PayerContacts.worked(tx, payerId, rule, way);
            } else {
                PayerContacts.failed(tx, payerId, rule, way, words(found));
            }
        });
        return new Tested(found instanceof Handover.Delivered, words(found), took);
    }

    /** A connection that cannot even be opened (a key that is not there) is a result as well. */
    private Handover found(String payerId) {
        try {
            return connections.to(payerId).check();
        } catch (Failure failure) {
            LOG.warn("the connection to {} cannot be opened: {}", payerId, failure.getMessage());
            return new Handover.NotDelivered(failure.getMessage(), null, true);
        }
    }

    private static String words(Handover found) {
        return switch (found) {
            case Handover.Delivered delivered -> delivered.receipt();
            case Handover.NotDelivered missing -> missing.reason();
            case Handover.Unknown unknown -> unknown.reason();
        };
    }
}
