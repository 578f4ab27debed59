package org.clearlane.simulator;

/** What may go wrong with the answers to an interchange. The settings name them in lower case with hyphens. */
public enum DeliveryQuirk {
    /** Every answer once, in order. */
    PLAIN,
    /** The same bytes come again under another name. */
    TWICE,
    /** The same content comes again in an envelope with new control numbers. */
    TWICE_IN_NEW_ENVELOPE,
    /** Later than usual. */
    LATE,
    /** Last things first: 835, 277CA, 999, TA1. */
    OUT_OF_ORDER,
    /** An HTML page in place of the answer. */
    GARBAGE,
    /** No answer at all. */
    SILENT,
    /** TA1 R and nothing further. */
    REJECTS_TA1
}
