package org.clearlane.console.web;

import org.clearlane.model.ledger.ClaimState;

/** How pages say things: states in words that never promise more than is known, codes made readable. */
public final class Words {

    private Words() {}

    /** What a state means to a biller. A receipt is never called an acceptance. */
    public static String of(ClaimState state) {
        return switch (state) {
            case RECEIVED -> "Received by us";
            case REJECTED_FILE -> "File refused by us";
            case REJECTED_CLAIM -> "Refused by us";
            case HELD -> "Held";
            case QUEUED -> "Waiting for the payer's next batch";
            case BATCHED -> "Being sent";
            case UNKNOWN_OUTCOME -> "Sent, outcome not known";
            case SENT -> "Sent";
            case REJECTED_999 -> "Batch refused by the payer";
            case ACKED_999 -> "Read by the payer, not yet accepted";
            case PAYER_REJECTED -> "Refused by the payer";
            case PAYER_ACCEPTED -> "Accepted by the payer";
            case PAID -> "Paid";
            case PARTLY_PAID -> "Partly paid";
            case DENIED -> "Denied";
            case REVERSED -> "Payment taken back";
        };
    }

    /** The colour that goes with the words: {@code good}, {@code bad}, {@code wait} or {@code plain}. */
    public static String colour(ClaimState state) {
        return switch (state) {
            case PAID, PAYER_ACCEPTED -> "good";
            case REJECTED_FILE, REJECTED_CLAIM, REJECTED_999, PAYER_REJECTED, DENIED, REVERSED -> "bad";
            case HELD, UNKNOWN_OUTCOME, PARTLY_PAID -> "wait";
            case RECEIVED, QUEUED, BATCHED, SENT, ACKED_999 -> "plain";
        };
    }
}
