package org.clearlane.store.ledger;

import java.sql.SQLException;
import java.util.List;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;
import org.clearlane.model.ledger.ClaimState;
import org.clearlane.store.Sql;
import org.clearlane.store.ledger.Ledger.Tx;

/** Claims that are kept until somebody decides. */
public final class ClaimHolds {

    private ClaimHolds() {}

    /** Keeps a claim back, saying why. */
    public static void hold(Tx tx, String claimId, ClaimState from, String reason, String evidence)
            throws SQLException {
        Sql.update(tx.connection(), "update claims set hold_reason = ? where id = ?", reason, claimId);
        ClaimMoves.move(
                tx,
                List.of(new ClaimMoves.Move(claimId, from, ClaimState.HELD, reason)),
                new ClaimMoves.Reason("held", "clearlane", evidence, reason));
    }

    /** Whether its set was written by a guide of predeterminations: 005010X291 of 837P, 005010X292 of 837I. */
    private static boolean asksBeforehand(Tx tx, String claimId) throws SQLException {
        return Sql.number(
                        tx.connection(),
                        """
                        select count(*) from claims c join transaction_sets s on s.id = c.set_id
                        where c.id = ? and s.version in ('005010X291', '005010X292')""",
                        claimId)
                > 0;
    }

    /**
     * Lets a held claim go to a payer: a person's decision, recorded as such.
     *
     * @throws Failure NOT_FOUND when there is no such claim, ILLEGAL_MOVE when it is not held
     */
    public static void release(Tx tx, String claimId, String payerId, String actor) throws SQLException {
        ClaimState state = Sql.first(
                        tx.connection(),
                        "select state from claims where id = ? for update",
                        row -> ClaimState.valueOf(row.getString(1)),
                        claimId)
                .orElseThrow(() -> new Failure(FailureCode.NOT_FOUND, "there is no claim " + claimId));
        if (asksBeforehand(tx, claimId)) {
            throw new Failure(
                    FailureCode.ILLEGAL_MOVE,
                    claimId + " asks what would be paid; sent on as a claim it would be billed, so it stays held");
        }
        if (state != ClaimState.HELD) {
            throw new Failure(FailureCode.ILLEGAL_MOVE, claimId + " is not held, it is " + state);
        }
        Sql.update(
                tx.connection(), "update claims set payer_id = ?, hold_reason = null where id = ?", payerId, claimId);
        ClaimMoves.move(
                tx,
                List.of(new ClaimMoves.Move(claimId, ClaimState.HELD, ClaimState.QUEUED, "to " + payerId)),
                new ClaimMoves.Reason("operator", actor, payerId, ""));
        Worklist.resolve(tx, Worklist.Kind.UNWRITABLE_CLAIM, claimId, "released by " + actor);
    }
}
