package org.clearlane.model.ledger;

/** The legal moves of a claim, all of them, in one switch. Whoever changes a state asks here first. */
public final class Lifecycle {

    private Lifecycle() {}

    /**
     * Whether a claim may go from one state to another. Answers may overtake each other (an 835 before the 277CA, a 999
     * before our own record of the sending), so forward jumps along the road are legal; backward ones are not, save a
     * payer that first rejects and then pays, and money that is taken back or paid again.
     */
    public static boolean allows(ClaimState from, ClaimState to) {
        return switch (from) {
            case RECEIVED ->
                switch (to) {
                    case REJECTED_FILE, REJECTED_CLAIM, HELD, QUEUED -> true;
                    default -> false;
                };
            case REJECTED_FILE, REJECTED_CLAIM -> false;
            case HELD ->
                switch (to) {
                    case QUEUED, REJECTED_CLAIM -> true;
                    default -> false;
                };
            case QUEUED ->
                switch (to) {
                    case BATCHED, HELD -> true;
                    default -> false;
                };
            case BATCHED ->
                switch (to) {
                    case SENT, UNKNOWN_OUTCOME, HELD -> true;
                    default -> isAnswer(to);
                };
            case UNKNOWN_OUTCOME ->
                switch (to) {
                    case SENT, BATCHED -> true;
                    default -> isAnswer(to);
                };
            case SENT -> isAnswer(to);
            case ACKED_999 -> isAnswer(to) && to != ClaimState.ACKED_999 && to != ClaimState.REJECTED_999;
            case REJECTED_999, PAYER_REJECTED -> isMoney(to);
            case PAYER_ACCEPTED -> isMoney(to) || to == ClaimState.PAYER_REJECTED;
            case PAID, PARTLY_PAID, DENIED -> isMoney(to) && to != from;
            case REVERSED -> isMoney(to) && to != ClaimState.REVERSED;
        };
    }

    /** States that only a payer's answer can bring about. */
    private static boolean isAnswer(ClaimState to) {
        return switch (to) {
            case ACKED_999, REJECTED_999, PAYER_ACCEPTED, PAYER_REJECTED -> true;
            default -> isMoney(to);
        };
    }

    private static boolean isMoney(ClaimState to) {
        return switch (to) {
            case PAID, PARTLY_PAID, DENIED, REVERSED -> true;
            default -> false;
        };
    }
}
