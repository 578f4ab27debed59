package org.clearlane.remittance.reassociation;

/** What became of a bank's entry. */
public enum ReassociationOutcome {
    /** Trace, payer and amount are those of one 835. */
    MATCHED,
    /** The trace is that of one 835, the amount is another: open. */
    AMOUNT_DIFFERS,
    /** Trace and amount are those of one 835; the bank left the payer's number out, or it is another. */
    TRACE_ONLY,
    /** The bank dropped the trace: found by amount, day and payer, with a stated confidence. */
    TRACE_MISSING,
    /** Several could be meant: open, never guessed. */
    AMBIGUOUS,
    /** No 835 fits: open. */
    UNMATCHED,
    /** A person said which 835 it is. */
    SETTLED
}
