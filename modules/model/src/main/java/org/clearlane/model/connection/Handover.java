package org.clearlane.model.connection;

import java.time.Duration;

/** What is known after an attempt to hand a file over. Never a guess. */
public sealed interface Handover {

    /** The payer has it. @param receipt what it said, or how we know; for the record */
    record Delivered(String receipt) implements Handover {}

    /**
     * The payer certainly does not have it: it may be sent again.
     *
     * @param reason for people, no health information
     * @param retryAfter how long the payer asked us to wait, or null
     * @param permanent whether trying again is pointless until somebody changes something (login refused, host key changed)
     */
    record NotDelivered(String reason, Duration retryAfter, boolean permanent) implements Handover {}

    /** It may have it. Nothing is sent again before {@link PayerConnection#inquire} or an answer has settled it. */
    record Unknown(String reason) implements Handover {}
}
