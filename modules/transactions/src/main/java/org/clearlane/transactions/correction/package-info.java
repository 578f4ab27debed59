/**
 * A claim's own segments under a person's hands: what they say, changed element by element or not at all, and written as a
 * file of its practice once more. Pure: no archive, no ledger.
 */
package org.clearlane.transactions.correction;
