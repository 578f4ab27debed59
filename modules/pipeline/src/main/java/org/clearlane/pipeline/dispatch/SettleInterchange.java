package org.clearlane.pipeline.dispatch;

import java.sql.SQLException;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;
import org.clearlane.store.ledger.Ledger.Tx;
import org.clearlane.store.ledger.OutboundLedger;
import org.clearlane.store.ledger.OutboundLedger.Interchange;
import org.clearlane.store.ledger.OutboundLedger.State;
import org.clearlane.store.ledger.Outbox;
import org.clearlane.store.ledger.Worklist;

/** What a person decides about an interchange that a machine must not decide about. */
public final class SettleInterchange {

    private SettleInterchange() {}

    /**
     * Sends a parked one again: the same number, the same bytes.
     *
     * @throws Failure NOT_FOUND when there is none, ILLEGAL_MOVE when it is not parked
     */
    public static void sendAgain(Tx tx, String id, String actor) throws SQLException {
        Interchange interchange = inState(tx, id, State.PARKED);
        Outbox.put(tx, SendInterchange.queueOf(interchange.payerId()), id);
        Worklist.resolve(tx, Worklist.Kind.PARKED_SENDING, id, "sent again by " + actor);
    }

    /**
     * Notes that the payer has one whose outcome nobody knew: somebody has asked it.
     *
     * @throws Failure NOT_FOUND when there is none, ILLEGAL_MOVE when its outcome is known
     */
    public static void payerHasIt(Tx tx, String id, String actor) throws SQLException {
        HandedOver.proven(tx, inState(tx, id, State.UNKNOWN), "said by " + actor);
    }

    /**
     * Sends one again of which somebody has found out that the payer does not have it.
     *
     * @throws Failure NOT_FOUND when there is none, ILLEGAL_MOVE when its outcome is known
     */
    public static void payerDoesNotHaveIt(Tx tx, String id, String actor) throws SQLException {
        Interchange interchange = inState(tx, id, State.UNKNOWN);
        SendInterchange.certainlyNotThere(tx, interchange, "not delivered, said by " + actor);
        OutboundLedger.moveTo(tx, id, State.STORED, null, "not delivered, said by " + actor);
        Outbox.put(tx, SendInterchange.queueOf(interchange.payerId()), id);
    }

    private static Interchange inState(Tx tx, String id, State state) throws SQLException {
        Interchange interchange = OutboundLedger.lock(tx, id)
                .orElseThrow(() -> new Failure(FailureCode.NOT_FOUND, "there is no interchange " + id));
        if (interchange.state() != state) {
            throw new Failure(FailureCode.ILLEGAL_MOVE, id + " is " + interchange.state() + ", not " + state);
        }
        return interchange;
    }
}
