package org.clearlane.transactions.t999;

import org.clearlane.transactions.AnswerOrigin;
import org.clearlane.transactions.AnswerProblem;

/** Hears what the functional acknowledgments of a file say, in the order of the file. */
public interface FunctionalAckListener {

    /** The answer to one set (AK2 to IK5). Some payers leave these out when a whole group is accepted. */
    default void setAnswered(AnswerOrigin origin, AnsweredGroup group, SetAck set) {}

    /** The answer to a group (AK9), behind the answers to its sets. */
    default void groupAnswered(AnswerOrigin origin, GroupAck group) {}

    /** Something is wrong with the file; reading goes on as far as it can. */
    default void problem(AnswerProblem problem) {}
}
