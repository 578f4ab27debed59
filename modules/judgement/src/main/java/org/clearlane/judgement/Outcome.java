package org.clearlane.judgement;

/** What becomes of a claim. */
public enum Outcome {
    /** It goes on to its payer. */
    ACCEPTED,
    /** It has an error, or what it stands in was refused; the sender mends it and sends it again. */
    REJECTED,
    /** Nothing is wrong with it, but it is not clear where it may go: somebody of ours decides. */
    HELD
}
