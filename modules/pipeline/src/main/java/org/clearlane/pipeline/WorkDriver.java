package org.clearlane.pipeline;

import java.time.Duration;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;
import org.clearlane.store.Trace;
import org.clearlane.store.ledger.Ledger;
import org.clearlane.store.ledger.Outbox;
import org.clearlane.store.ledger.Worklist;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does the work of one message. A step that fails is put off, longer each time, and parked for an operator in the end;
 * one poisoned message never stops its neighbours. Only when the ledger itself is away does the failure reach the
 * broker, which then delivers again.
 */
public final class WorkDriver {

    private static final Logger LOG = LoggerFactory.getLogger(WorkDriver.class);
    private static final int MOST_ATTEMPTS = 8;
    private static final Duration FIRST_DELAY = Duration.ofSeconds(1);

    private final Ledger ledger;

    public WorkDriver(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Does the work of the message with this number by this step. */
    public void drive(long messageId, Step step) {
        Outbox.Message message = ledger.transact(tx -> Outbox.isDone(tx, messageId) || Outbox.isParked(tx, messageId)
                ? null
                : Outbox.find(tx, messageId).orElse(null));
        if (message == null) {
            return;
        }
        Trace.goOn(message.trace());
        try {
            step.perform(message);
        } catch (Failure failure) {
            if (failure.code() == FailureCode.DATABASE_UNAVAILABLE) {
                throw failure;
            }
            putOff(message, failure);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError poison) {
            putOff(message, poison);
        } finally {
            Trace.end();
        }
    }

    private void putOff(Outbox.Message message, Throwable problem) {
        // The class tells an operator where to look; the text might hold what the message was about.
        String what = problem instanceof Failure failure
                ? failure.code() + ": " + failure.getMessage()
                : problem.getClass().getSimpleName();
        LOG.error("the work of {} on {} failed: {}", message.queue(), message.subject(), what, problem);
        ledger.run(tx -> {
            int attempts = Outbox.putOff(tx, message.id(), delay(Outbox.attempts(tx, message.id()) + 1), what);
            if (attempts >= MOST_ATTEMPTS) {
                Outbox.park(tx, message.id(), what);
                Worklist.put(
                        tx,
                        Worklist.Kind.FAILED_WORK,
                        message.queue() + " " + message.subject(),
                        null,
                        null,
                        "This step failed " + attempts + " times: " + what,
                        null);
            }
        });
    }

    private static Duration delay(int attempt) {
        return FIRST_DELAY.multipliedBy(1L << Math.min(attempt - 1, 8));
    }
}
