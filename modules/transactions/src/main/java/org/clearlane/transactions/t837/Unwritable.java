package org.clearlane.transactions.t837;

/**
 * Why a claim cannot be written to a payer. Nothing of it has been written. Holds no value of the claim.
 *
 * @param d9 our number of the claim
 * @param segment the segment identifier at fault, or empty when it is about a whole part
 * @param reason what stands in the way
 */
public record Unwritable(String d9, String segment, Reason reason) {

    /** What stands in the way. */
    public enum Reason {
        /** A value holds a character that is a separator in the payer's envelope. */
        HOLDS_A_SEPARATOR,
        /** An element repeats, and the payer's envelope has no repetition separator. */
        REPEATS,
        /** Provider, subscriber or claim are empty, or the claim does not begin with CLM. */
        INCOMPLETE,
        /** A segment of an envelope or a level stands inside the claim. */
        STRAY_ENVELOPE
    }
}
