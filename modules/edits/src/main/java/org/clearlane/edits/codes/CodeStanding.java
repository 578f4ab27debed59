package org.clearlane.edits.codes;

/** What a list of codes says about one on a day. */
public enum CodeStanding {
    /** In force on that day. */
    VALID,
    /** In the list, but in force only later. */
    NOT_YET,
    /** In the list, but its last day was earlier. */
    ENDED,
    /** Not in the list, which is complete for that day. */
    UNKNOWN,
    /** Not in the list, but the day lies behind the last one for which the list is known to be complete. */
    UNKNOWN_BEYOND_THE_LIST,
    /** No code of this set looks like this. */
    MALFORMED
}
