package org.clearlane.guide;

/**
 * What can be wrong with the structure of a transaction set, each with its WEDI SNIP type and with the codes a 999
 * (005010X231A1) says it by: IK304 for the segment, IK403 for the element.
 *
 * <p>Base codes say what the standard itself forbids. The I-codes say what only the guide forbids: {@code I4} and {@code
 * I10} something the guide does not use, {@code I6} a code the guide does not list, {@code I7} a loop it requires.
 */
public enum StructureFault {
    /** No X12 segment we know has this identifier. */
    SEGMENT_UNKNOWN(1, "1", ""),
    /** The guide knows the segment, but not here or not with this qualifier. */
    SEGMENT_UNEXPECTED(1, "2", ""),
    /** A required segment is not there. */
    SEGMENT_MISSING(2, "3", ""),
    /** The loop stands more often than the guide allows. */
    LOOP_TOO_MANY(2, "4", ""),
    /** The segment stands more often than the guide allows. */
    SEGMENT_TOO_MANY(2, "5", ""),
    /** A segment of other transaction sets. */
    SEGMENT_NOT_IN_SET(1, "6", ""),
    /** The right segment, but behind others it must precede. */
    SEGMENT_OUT_OF_ORDER(1, "7", ""),
    /** A segment of the standard's set that the guide does not use. */
    SEGMENT_NOT_USED(2, "I4", ""),
    /** A required loop is not there. */
    LOOP_MISSING(2, "I7", ""),

    /** A required element or component is empty. */
    ELEMENT_MISSING(2, "8", "1"),
    /** An element is missing because another one is there, or because one of several must be. */
    ELEMENT_CONDITIONAL_MISSING(1, "8", "2"),
    /** More elements than the segment has. */
    ELEMENT_TOO_MANY(1, "8", "3"),
    ELEMENT_TOO_SHORT(1, "8", "4"),
    ELEMENT_TOO_LONG(1, "8", "5"),
    /** A character outside the X12 character sets, letters in a number, or nothing but blanks. */
    ELEMENT_INVALID_CHARACTER(1, "8", "6"),
    /** A value that cannot be a code at all. */
    ELEMENT_INVALID_CODE(1, "8", "7"),
    ELEMENT_INVALID_DATE(1, "8", "8"),
    ELEMENT_INVALID_TIME(1, "8", "9"),
    /** Two elements of which only one may be sent. */
    ELEMENT_EXCLUSION(1, "8", "10"),
    ELEMENT_TOO_MANY_REPEATS(1, "8", "12"),
    ELEMENT_TOO_MANY_COMPONENTS(1, "8", "13"),
    /** A code that the guide does not list. */
    ELEMENT_CODE_NOT_IN_GUIDE(2, "8", "I6"),
    /** An element or component that the guide does not use. */
    ELEMENT_NOT_USED(2, "8", "I10"),
    /** Separators with nothing behind them: untidy, harmless. */
    TRAILING_SEPARATOR(1, "8", "3"),

    /** The first HL01 of the set is not 1: the sender goes on counting from the set before. */
    HL_NUMBER_CONTINUED(1, "8", "7"),
    /** HL01 is not the number before plus one. */
    HL_NUMBER_OUT_OF_SEQUENCE(1, "8", "7"),
    /** HL01 was used before in the set. */
    HL_NUMBER_NOT_UNIQUE(1, "8", "7"),
    /** HL02 names a level that has not been seen: an orphan, itself or one further on, which also rules out cycles. */
    HL_PARENT_UNKNOWN(1, "8", "7"),
    /** HL02 names a level of a kind that may not be the parent of this one. */
    HL_PARENT_WRONG_LEVEL(1, "8", "7"),
    /** HL02 names a level of the right kind, but not the one this level stands in. */
    HL_PARENT_NOT_OPEN(1, "8", "7"),
    /** HL04 says that levels follow below, and none does. */
    HL_CHILD_EXPECTED(1, "8", "7"),
    /** HL04 says that no level follows below, and one does. */
    HL_CHILD_UNDECLARED(1, "8", "7");

    private final int snip;
    private final String ik304;
    private final String ik403;

    StructureFault(int snip, String ik304, String ik403) {
        this.snip = snip;
        this.ik304 = ik304;
        this.ik403 = ik403;
    }

    /** The WEDI SNIP type: 1 syntax, 2 guide. */
    public int snip() {
        return snip;
    }

    /** IK304, the segment's fault; {@code 8} where the fault is in an element. */
    public String ik304() {
        return ik304;
    }

    /** IK403, the element's fault; empty where the fault is the segment's. */
    public String ik403() {
        return ik403;
    }

    /** Whether it is about something that is not there, so that it belongs to what stood open before the segment at hand. */
    public boolean isMissing() {
        return this == SEGMENT_MISSING || this == LOOP_MISSING;
    }

    /** Whether it is only worth telling: receivers read the set all the same, so nothing should be refused for it. */
    public boolean isHarmless() {
        return switch (this) {
            case TRAILING_SEPARATOR, HL_NUMBER_CONTINUED, HL_CHILD_EXPECTED, HL_CHILD_UNDECLARED -> true;
            default -> false;
        };
    }
}
