package org.clearlane.transactions.t277ca;

import org.clearlane.transactions.AnswerOrigin;
import org.clearlane.transactions.AnswerProblem;

/**
 * Hears what the claim acknowledgments of a file say, in the order of the file: a batch, its providers and claims, the
 * batch's end; then the next batch.
 */
public interface ClaimStatusListener {

    /** The receiver level is complete; claims may follow. {@link AnswerOrigin#version()} tells 277CA from other 277. */
    default void batch(AnswerOrigin origin, ClaimStatusBatch batch) {}

    /** A billing provider level is complete; claims may follow. */
    default void provider(AnswerOrigin origin, ClaimStatusBatch batch, ProviderStatus provider) {}

    /** The answer to one claim. */
    default void claim(AnswerOrigin origin, ClaimStatusBatch batch, ClaimStatusAnswer answer) {}

    /**
     * The batch is over.
     *
     * @param claims how many claims were told below it. When there were none, the batch's own answer is the answer to
     *     all of its claims: a rejection then rejects the whole batch
     */
    default void batchEnded(AnswerOrigin origin, ClaimStatusBatch batch, long claims) {}

    /** Something is wrong with the file; reading goes on as far as it can. */
    default void problem(AnswerProblem problem) {}
}
