package org.clearlane.pipeline.dispatch;

import java.sql.SQLException;
import org.clearlane.model.ledger.ClaimState;
import org.clearlane.store.ledger.ClaimMoves;
import org.clearlane.store.ledger.Ledger.Tx;
import org.clearlane.store.ledger.OutboundLedger;
import org.clearlane.store.ledger.OutboundLedger.Interchange;
import org.clearlane.store.ledger.OutboundLedger.State;
import org.clearlane.store.ledger.Worklist;

/** Notes that a payer has an interchange, whether the sending told so or an answer that only it could give. */
public final class HandedOver {

    private HandedOver() {}

    /** An answer proves it; nothing changes where the ledger knows already. */
    public static void proven(Tx tx, Interchange interchange, String proof) throws SQLException {
        if (interchange.state() != State.SENT) {
            sent(tx, interchange, proof);
        }
    }

    static void sent(Tx tx, Interchange interchange, String receipt) throws SQLException {
        OutboundLedger.moveTo(tx, interchange.id(), State.SENT, receipt, null);
        ClaimMoves.Reason reason =
                new ClaimMoves.Reason("sent", "clearlane", interchange.id(), "ISA13 " + interchange.control());
        for (ClaimState from : new ClaimState[] {ClaimState.BATCHED, ClaimState.UNKNOWN_OUTCOME}) {
            ClaimMoves.moveAllOf(tx, interchange.id(), from, ClaimState.SENT, reason);
        }
        Worklist.resolve(tx, Worklist.Kind.UNKNOWN_OUTCOME, interchange.id(), "the payer has it");
        Worklist.resolve(tx, Worklist.Kind.PARKED_SENDING, interchange.id(), "the payer has it");
    }
}
