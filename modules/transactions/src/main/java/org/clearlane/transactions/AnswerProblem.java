package org.clearlane.transactions;

/**
 * Something wrong with an answer file, told and not thrown. Never holds a value of the file.
 *
 * @param kind what it is
 * @param message one plain sentence
 * @param segmentOrdinal the segment's number in the file, the first being 1; 0 when it is about the whole file
 * @param offset the byte where that segment begins
 */
public record AnswerProblem(Kind kind, String message, long segmentOrdinal, long offset) {

    /** What can be wrong. */
    public enum Kind {
        /** No interchange in it: perhaps another kind of file altogether. */
        NOT_X12,
        /** It ends in the middle of a segment, set, group or interchange. */
        CUT_OFF,
        /** A count or control number of a trailer is not what its header or the segments say. */
        TRAILER,
        /** A segment where it cannot be made use of. */
        STRAY_SEGMENT,
        /** More than this reader keeps; the rest was counted but not kept. */
        LIMIT
    }
}
