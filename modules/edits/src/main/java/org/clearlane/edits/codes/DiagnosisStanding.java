package org.clearlane.edits.codes;

/** What the table says about a diagnosis code on a day. */
public enum DiagnosisStanding {
    /** A code that may be billed on that day. */
    VALID,
    /** A heading on that day: more digits make it a code. */
    NEEDS_MORE_DIGITS,
    /** No code on that day, in a year whose codes are all known. */
    UNKNOWN,
    /** Not found, but the day lies outside the loaded years, so the nearest year was asked. */
    UNKNOWN_OUTSIDE_LOADED_YEARS,
    /** No code of any year looks like this. */
    MALFORMED
}
