package org.clearlane.pipeline;

import java.sql.SQLException;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;
import org.clearlane.store.ledger.Ledger.Tx;
import org.clearlane.store.ledger.Outbox;
import org.clearlane.store.ledger.Worklist;

/** What an operator decides about work that is stuck. The work itself stays what it was: it is done by its step, or not. */
public final class MendWork {

    private static final int LONGEST_REASON = 300;

    private MendWork() {}

    /**
     * Has parked work, or work that waits for its next attempt, tried now.
     *
     * @throws Failure NOT_FOUND when there is no such work, ILLEGAL_MOVE when it is done or under way
     */
    public static void retry(Tx tx, long messageId, String actor) throws SQLException {
        Outbox.Message message = find(tx, messageId);
        if (!Outbox.unpark(tx, messageId) && !Outbox.hurry(tx, messageId)) {
            throw new Failure(FailureCode.ILLEGAL_MOVE, "this work is done or under way already");
        }
        Worklist.resolve(
                tx, Worklist.Kind.FAILED_WORK, message.queue() + " " + message.subject(), "tried again by " + actor);
    }

    /**
     * Puts work aside until somebody has it tried again.
     *
     * @throws Failure NOT_FOUND when there is no such work, ILLEGAL_MOVE when it is done or parked, or no reason is given
     */
    public static void park(Tx tx, long messageId, String actor, String reason) throws SQLException {
        String why = reason == null ? "" : reason.strip();
        if (why.isEmpty()) {
            throw new Failure(FailureCode.ILLEGAL_MOVE, "say why: whoever comes next reads it");
        }
        Outbox.Message message = find(tx, messageId);
        String shown = "put aside by " + actor + ": "
                + (why.length() > LONGEST_REASON ? why.substring(0, LONGEST_REASON) : why);
        if (!Outbox.putAside(tx, messageId, shown)) {
            throw new Failure(FailureCode.ILLEGAL_MOVE, "this work is done or parked already");
        }
        Worklist.put(
                tx,
                Worklist.Kind.FAILED_WORK,
                message.queue() + " " + message.subject(),
                null,
                null,
                "This step was " + shown,
                null);
    }

    private static Outbox.Message find(Tx tx, long messageId) throws SQLException {
        return Outbox.find(tx, messageId)
                .orElseThrow(() -> new Failure(FailureCode.NOT_FOUND, "there is no work " + messageId));
    }
}
