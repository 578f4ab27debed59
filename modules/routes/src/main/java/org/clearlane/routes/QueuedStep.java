package org.clearlane.routes;

import org.clearlane.pipeline.Step;
import org.clearlane.pipeline.WorkDriver;

/** A step as a route calls it: with the text of a message, which is the number of an outbox row. */
public final class QueuedStep {

    private final WorkDriver driver;
    private final Step step;

    QueuedStep(WorkDriver driver, Step step) {
        this.driver = driver;
        this.step = step;
    }

    /** Does the work of one message. */
    public void perform(String outboxId) {
        driver.drive(Long.parseLong(outboxId), step);
    }
}
