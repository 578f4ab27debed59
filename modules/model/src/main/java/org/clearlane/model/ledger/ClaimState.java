package org.clearlane.model.ledger;

/**
 * Where a claim is. Every claim is in exactly one state, and {@link Lifecycle} alone says which moves are legal.
 *
 * <p>{@link #custody()} sorts the states into the columns of the custody sum: in = sent + rejected + held + in flight.
 */
public enum ClaimState {
    /** In the ledger, not yet judged. Left in the same transaction that enters it. */
    RECEIVED(Custody.IN_FLIGHT, 0),
    /** Refused with its whole file or set: TA1 or 999. Terminal. */
    REJECTED_FILE(Custody.REJECTED, 100),
    /** Refused by us: 277CA. Terminal; a mended claim is a new claim. */
    REJECTED_CLAIM(Custody.REJECTED, 100),
    /** Kept, with a reason, until a person or a configuration says where it goes. */
    HELD(Custody.HELD, 5),
    /** Judged good, waiting for its payer's next batch. */
    QUEUED(Custody.IN_FLIGHT, 10),
    /** In a stored interchange with control numbers, not yet known to be handed over. */
    BATCHED(Custody.IN_FLIGHT, 20),
    /** Handed over, or not: nobody knows yet. Left by an inquiry, an answer, or a person. */
    UNKNOWN_OUTCOME(Custody.IN_FLIGHT, 30),
    /** Handed over to the payer. */
    SENT(Custody.SENT, 40),
    /** The payer's 999 refused the set it travelled in. */
    REJECTED_999(Custody.SENT, 60),
    /** The payer's 999 accepted the set. */
    ACKED_999(Custody.SENT, 50),
    /** The payer's 277CA refused it. */
    PAYER_REJECTED(Custody.SENT, 70),
    /** The payer's 277CA took it into adjudication. */
    PAYER_ACCEPTED(Custody.SENT, 65),
    /** Paid as charged or as agreed: nothing but contractual and patient amounts is missing. */
    PAID(Custody.SENT, 80),
    /** Some lines paid, some denied. */
    PARTLY_PAID(Custody.SENT, 80),
    /** Decided, nothing paid. */
    DENIED(Custody.SENT, 80),
    /** An earlier payment was taken back; a correction may follow. */
    REVERSED(Custody.SENT, 80);

    /** The columns of the custody sum. */
    public enum Custody {
        SENT,
        REJECTED,
        HELD,
        IN_FLIGHT
    }

    private final Custody custody;
    private final int rank;

    ClaimState(Custody custody, int rank) {
        this.custody = custody;
        this.rank = rank;
    }

    /** Which column of the custody sum this state counts in. */
    public Custody custody() {
        return custody;
    }

    /** How much is known: a late or repeated answer may add evidence but never moves a claim to a lower rank. */
    public int rank() {
        return rank;
    }
}
