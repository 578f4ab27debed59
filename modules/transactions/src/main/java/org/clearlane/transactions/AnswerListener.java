package org.clearlane.transactions;

import org.clearlane.transactions.t277ca.ClaimStatusListener;
import org.clearlane.transactions.t999.FunctionalAckListener;
import org.clearlane.transactions.ta1.Ta1Listener;

/** Hears everything that an answer file of mixed kinds says, in the order of the file. Every method may be left out. */
public interface AnswerListener extends Ta1Listener, FunctionalAckListener, ClaimStatusListener {

    /**
     * A set of a kind not read here begins, for example an 835.
     *
     * @param kind ST01
     */
    default void otherSet(AnswerOrigin origin, String kind) {}

    /** Something is wrong with the file; reading goes on as far as it can. */
    @Override
    default void problem(AnswerProblem problem) {}
}
