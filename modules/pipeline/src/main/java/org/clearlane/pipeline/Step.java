package org.clearlane.pipeline;

import org.clearlane.store.ledger.Outbox;

/** A step of the journey: does what one message asks for, once, and marks it done in the same transaction. */
@FunctionalInterface
public interface Step {

    /** Does the work. May throw; then nothing of it has happened. */
    void perform(Outbox.Message message);
}
