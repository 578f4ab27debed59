package org.clearlane.console.screens.worklist;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.clearlane.console.web.Words;
import org.clearlane.model.Money;
import org.clearlane.model.ledger.ClaimState;

/**
 * A claim that waits.
 *
 * @param days since it was refused or held
 */
public record WorklistClaim(
        String id,
        String patientControlNumber,
        String payer,
        String service,
        Money charge,
        ClaimState state,
        String reason,
        Instant since,
        long days,
        String assignee) {

    public String words() {
        return Words.of(state);
    }

    public String colour() {
        return Words.colour(state);
    }

    /** Where a page behind this one begins. */
    public String cursor() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, since) + "-" + id;
    }
}
