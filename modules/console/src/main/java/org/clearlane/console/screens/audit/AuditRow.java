package org.clearlane.console.screens.audit;

import java.time.Instant;
import org.clearlane.store.people.AuditTrail.Outcome;

/** One entry of the trail. */
public record AuditRow(
        long seq,
        Instant at,
        String actor,
        String role,
        String practiceId,
        String action,
        String subject,
        Outcome outcome,
        String detail,
        String address) {

    /** The outcome in a word. */
    public String words() {
        return switch (outcome) {
            case DONE -> "Done";
            case SEEN -> "Seen";
            case REFUSED -> "Refused";
        };
    }

    /** The colour that goes with it. */
    public String colour() {
        return switch (outcome) {
            case DONE -> "good";
            case SEEN -> "plain";
            case REFUSED -> "bad";
        };
    }
}
