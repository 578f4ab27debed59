package org.clearlane.transactions.ta1;

import org.clearlane.transactions.AnswerOrigin;
import org.clearlane.transactions.AnswerProblem;

/** Hears the interchange acknowledgments of a file. */
public interface Ta1Listener {

    /** One TA1, with the envelope it came in. */
    default void interchangeAnswered(AnswerOrigin origin, Ta1 answer) {}

    /** Something is wrong with the file; reading goes on as far as it can. */
    default void problem(AnswerProblem problem) {}
}
