/**
 * Proves the promise that no claim and no cent is ever unaccounted for, or names the row that breaks it. Reads the
 * ledger by plain SQL and the kept bytes with a scanner of its own; shares no code with the pipeline, so that a mistake
 * there cannot hide itself here. Begin at {@link org.clearlane.custody.CustodyCheck}, which lists the invariants in
 * order; each is one class.
 */
package org.clearlane.custody;
