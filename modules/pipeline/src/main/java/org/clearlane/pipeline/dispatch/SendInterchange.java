package org.clearlane.pipeline.dispatch;

import java.sql.SQLException;
import java.time.Duration;
import org.clearlane.model.CrashPoint;
import org.clearlane.model.connection.Handover;
import org.clearlane.model.connection.OutboundFile;
import org.clearlane.model.connection.PayerConnection;
import org.clearlane.model.directory.PayerProfile;
import org.clearlane.model.ledger.ClaimState;
import org.clearlane.pipeline.Step;
import org.clearlane.store.archive.Archive;
import org.clearlane.store.ledger.ClaimMoves;
import org.clearlane.store.ledger.Ledger;
import org.clearlane.store.ledger.Ledger.Tx;
import org.clearlane.store.ledger.OutboundLedger;
import org.clearlane.store.ledger.OutboundLedger.Interchange;
import org.clearlane.store.ledger.OutboundLedger.State;
import org.clearlane.store.ledger.Outbox;
import org.clearlane.store.ledger.PayerContacts;
import org.clearlane.store.ledger.PayerRoutes;
import org.clearlane.store.ledger.SessionLocks;
import org.clearlane.store.ledger.Worklist;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands one stored interchange to its payer. What is known is written down before each step that cannot be taken back:
 * staged bytes do not count at the payer, so staging is repeated freely; once delivering may have begun, a crash or a
 * lost reply is settled by asking ({@link PayerConnection#inquire}), never by sending again blindly.
 */
public final class SendInterchange implements Step {

    private static final Logger LOG = LoggerFactory.getLogger(SendInterchange.class);
    private static final String WAITS =
            "nothing goes to this payer now: its route is stopped or its connection is down";
    private static final String PAYLOAD_TYPE = "X12_837_Request_";

    private final Ledger ledger;
    private final Archive archive;
    private final PayerConnectionsInUse connections;
    private final Duration firstInquiry;

    /** @param firstInquiry how long after a lost reply the payer is asked; CORE wants 90 s before anything is resent */
    public SendInterchange(Ledger ledger, Archive archive, PayerConnectionsInUse connections, Duration firstInquiry) {
        this.ledger = ledger;
        this.archive = archive;
        this.connections = connections;
        this.firstInquiry = firstInquiry;
    }

    /** The queue of interchanges to send to this payer. One queue a payer: one that is down holds up nobody else. */
    public static String queueOf(String payerId) {
        return PayerRoutes.SEND_QUEUE + payerId;
    }

    @Override
    public void perform(Outbox.Message message) {
        if (!SessionLocks.whileHolding(ledger, message.subject(), () -> send(message))) {
            ledger.run(tx -> Outbox.putOff(tx, message.id(), Duration.ofSeconds(5), "another sender has it"));
        }
    }

    private void send(Outbox.Message message) {
        Interchange interchange = ledger.transact(tx -> lock(tx, message.subject()));
        PayerProfile payer = connections.profile(interchange.payerId());
        if (interchange.state() != State.SENT && !mayGo(message, payer)) {
            return;
        }
        PayerConnection connection = connections.to(interchange.payerId());
        OutboundFile file = new OutboundFile(
                interchange.name(),
                interchange.payloadId().toString(),
                PAYLOAD_TYPE + interchange.kind().guide(),
                archive.path(interchange.archiveKey()),
                interchange.size(),
                interchange.sha256());
        switch (interchange.state()) {
            case SENT -> ledger.run(tx -> finish(tx, message));
            case STORED, PARKED -> stageAndDeliver(message, interchange, payer, connection, file);
            case DELIVERING, UNKNOWN -> {
                Handover found = connection.inquire(file);
                if (found instanceof Handover.NotDelivered missing && !missing.permanent()) {
                    ledger.run(tx -> certainlyNotThere(tx, lock(tx, interchange.id()), missing.reason()));
                    stageAndDeliver(message, interchange, payer, connection, file);
                } else {
                    record(message, interchange, payer, found, !(found instanceof Handover.Unknown));
                }
            }
        }
    }

    /** Asks whether anything may go to this payer now; if not, the message goes back to where it waits. */
    private boolean mayGo(Outbox.Message message, PayerProfile payer) {
        return ledger.transact(tx -> {
            boolean may = PayerRoutes.maySend(tx, payer.id(), payer.circuit().checkEvery());
            if (!may) {
                Outbox.giveBack(tx, message.id(), WAITS);
            }
            return may;
        });
    }

    private void stageAndDeliver(
            Outbox.Message message,
            Interchange interchange,
            PayerProfile payer,
            PayerConnection connection,
            OutboundFile file) {
        ledger.run(tx -> OutboundLedger.attempted(tx, interchange.id()));
        Handover staged = connection.stage(file);
        if (!(staged instanceof Handover.Delivered)) {
            record(message, interchange, payer, staged, true);
            return;
        }
        CrashPoint.SEND_STAGED_BEFORE_COMMIT.reached();
        boolean mayDeliver = ledger.transact(tx -> {
            if (lock(tx, interchange.id()).state() == State.SENT) {
                LOG.info("{} has reached {}: an answer to it came while it was staged", file.name(), payer.id());
                finish(tx, message);
                return false;
            }
            if (!PayerRoutes.stillFlows(tx, payer.id())) {
                OutboundLedger.notAttempted(tx, interchange.id());
                Outbox.giveBack(tx, message.id(), WAITS);
                return false;
            }
            OutboundLedger.moveTo(tx, interchange.id(), State.DELIVERING, null, null);
            return true;
        });
        if (!mayDeliver) {
            return;
        }
        CrashPoint.SEND_BEFORE_DELIVER.reached();
        Handover delivered = connection.deliver(file);
        CrashPoint.SEND_DELIVERED_BEFORE_COMMIT.reached();
        record(message, interchange, payer, delivered, true);
    }

    /** @param contact whether the outcome tells something about the connection */
    private void record(
            Outbox.Message message, Interchange before, PayerProfile payer, Handover outcome, boolean contact) {
        ledger.run(tx -> {
            Interchange interchange = lock(tx, before.id());
            if (contact) {
                note(tx, payer, outcome);
            }
            if (interchange.state() == State.SENT) {
                finish(tx, message);
                return;
            }
            switch (outcome) {
                case Handover.Delivered delivered -> {
                    HandedOver.sent(tx, interchange, delivered.receipt());
                    finish(tx, message);
                }
                case Handover.NotDelivered missing -> notDelivered(tx, message, interchange, payer, missing);
                case Handover.Unknown unknown -> unknown(tx, message, interchange, payer, unknown);
            }
        });
    }

    private static void note(Tx tx, PayerProfile payer, Handover outcome) throws SQLException {
        PayerContacts.Way way = PayerContacts.Way.SEND;
        switch (outcome) {
            case Handover.Delivered delivered -> PayerContacts.worked(tx, payer.id(), payer.circuit(), way);
            case Handover.NotDelivered missing ->
                PayerContacts.failed(tx, payer.id(), payer.circuit(), way, missing.reason());
            case Handover.Unknown unknown ->
                PayerContacts.failed(tx, payer.id(), payer.circuit(), way, unknown.reason());
        }
    }

    private static void finish(Tx tx, Outbox.Message message) throws SQLException {
        if (Outbox.begin(tx, message.id())) {
            Outbox.done(tx, message.id());
        }
    }

    private void notDelivered(
            Tx tx, Outbox.Message message, Interchange interchange, PayerProfile payer, Handover.NotDelivered missing)
            throws SQLException {
        certainlyNotThere(tx, interchange, missing.reason());
        LOG.warn("{} is not delivered to {}: {}", interchange.name(), payer.id(), missing.reason());
        PayerProfile.Retry retry = payer.retry();
        if (missing.permanent() || interchange.attempts() >= retry.attempts()) {
            OutboundLedger.moveTo(tx, interchange.id(), State.PARKED, null, missing.reason());
            Worklist.put(
                    tx,
                    Worklist.Kind.PARKED_SENDING,
                    interchange.id(),
                    null,
                    payer.id(),
                    "Not handed over after %d attempts: %s".formatted(interchange.attempts(), missing.reason()),
                    null);
            finish(tx, message);
            return;
        }
        OutboundLedger.moveTo(tx, interchange.id(), State.STORED, null, missing.reason());
        Outbox.putOff(tx, message.id(), delay(retry, interchange.attempts(), missing.retryAfter()), missing.reason());
    }

    /** What was unknown is known: the claims wait here, as before the sending. */
    static void certainlyNotThere(Tx tx, Interchange interchange, String reason) throws SQLException {
        ClaimMoves.moveAllOf(
                tx,
                interchange.id(),
                ClaimState.UNKNOWN_OUTCOME,
                ClaimState.BATCHED,
                new ClaimMoves.Reason("sending", "clearlane", interchange.id(), reason));
        Worklist.resolve(tx, Worklist.Kind.UNKNOWN_OUTCOME, interchange.id(), "the payer does not have it");
    }

    private void unknown(
            Tx tx, Outbox.Message message, Interchange interchange, PayerProfile payer, Handover.Unknown unknown)
            throws SQLException {
        LOG.warn("nobody knows whether {} has reached {}: {}", interchange.name(), payer.id(), unknown.reason());
        OutboundLedger.moveTo(tx, interchange.id(), State.UNKNOWN, null, unknown.reason());
        ClaimMoves.moveAllOf(
                tx,
                interchange.id(),
                ClaimState.BATCHED,
                ClaimState.UNKNOWN_OUTCOME,
                new ClaimMoves.Reason("sending", "clearlane", interchange.id(), unknown.reason()));
        int asked = Outbox.attempts(tx, message.id());
        if (asked >= payer.retry().attempts()) {
            Worklist.put(
                    tx,
                    Worklist.Kind.UNKNOWN_OUTCOME,
                    interchange.id(),
                    null,
                    payer.id(),
                    "Nobody knows whether the payer has this interchange: " + unknown.reason(),
                    null);
            finish(tx, message);
            return;
        }
        Duration wait = firstInquiry.multipliedBy(1L << Math.min(asked, 6));
        Outbox.putOff(tx, message.id(), wait, unknown.reason());
    }

    private static Duration delay(PayerProfile.Retry retry, int attempts, Duration asked) {
        Duration delay = retry.firstDelay().multipliedBy(1L << Math.clamp(attempts - 1, 0, 20));
        Duration bounded = delay.compareTo(retry.longestDelay()) > 0 ? retry.longestDelay() : delay;
        return asked != null && asked.compareTo(bounded) > 0 ? asked : bounded;
    }

    private static Interchange lock(Tx tx, String id) throws SQLException {
        return OutboundLedger.lock(tx, id).orElseThrow(() -> new IllegalStateException("no interchange " + id));
    }
}
