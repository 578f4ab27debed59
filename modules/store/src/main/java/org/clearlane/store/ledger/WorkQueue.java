package org.clearlane.store.ledger;

import java.time.Duration;
import java.time.Instant;
import org.clearlane.model.Money;

/**
 * A queue with what is inside it: work, and the claims and dollars that the work is about.
 *
 * @param name as routes and rows have it; claims that wait for a payer's batch are queue {@code dispatch.batch.<payer>}
 * @param waiting work nobody has taken up yet, attempts that wait for their time among it
 * @param underWay work that somebody has in hand
 * @param failing work that has failed and is tried again
 * @param parked work, or interchanges, that wait for a person
 * @param oldest since when the oldest of it waits, or null
 * @param claims that are inside it
 * @param charge of these
 * @param files files inside it that nobody has read yet, so that their claims cannot be counted
 */
public record WorkQueue(
        String name,
        long waiting,
        long underWay,
        long failing,
        long parked,
        Instant oldest,
        long claims,
        Money charge,
        long files) {

    /** The queue of a payer's claims that wait for their batch: no message, the claims themselves. */
    public static final String BATCH_QUEUE = "dispatch.batch.";

    /** Work that has waited for longer than this makes its queue red. */
    private static final Duration TOO_LONG = Duration.ofMinutes(30);

    /** What is done in it, for people. */
    public String words() {
        if (name.startsWith(BATCH_QUEUE)) {
            return "Claims waiting for the next batch to " + payerId();
        }
        if (name.startsWith(PayerRoutes.SEND_QUEUE)) {
            return "Interchanges on their way to " + payerId();
        }
        return switch (name) {
            case "inbound.file.judge" -> "Practices' files to be judged";
            case AnswerLedger.QUEUE -> "Payers' answers to be applied";
            case Mailbox.QUEUE -> "Answers on their way to practices' mailboxes";
            default -> name;
        };
    }

    /** The payer it belongs to, or null. */
    public String payerId() {
        if (name.startsWith(BATCH_QUEUE)) {
            return name.substring(BATCH_QUEUE.length());
        }
        return name.startsWith(PayerRoutes.SEND_QUEUE) ? name.substring(PayerRoutes.SEND_QUEUE.length()) : null;
    }

    /** Whether nothing is in it. */
    public boolean isEmpty() {
        return waiting + underWay + parked + claims == 0;
    }

    /** {@code bad} when a person has to look, {@code wait} when something fails or waits long, {@code good} otherwise. */
    public String colour(Instant now) {
        if (parked > 0) {
            return "bad";
        }
        boolean old = oldest != null && oldest.plus(TOO_LONG).isBefore(now);
        return old ? "bad" : failing > 0 ? "wait" : "good";
    }

    /** The colour in words. */
    public String state(Instant now) {
        if (parked > 0) {
            return "needs a decision";
        }
        if (oldest != null && oldest.plus(TOO_LONG).isBefore(now)) {
            return "waits for long";
        }
        return failing > 0 ? "tries again" : isEmpty() ? "empty" : "flowing";
    }
}
