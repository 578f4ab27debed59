/**
 * What a payer's 835 means for the books: whether it balances, which claim it is about, what may be posted, and how one
 * payment is shared among several practices. Pure rules over values of the model: no file, no database, no clock.
 * Start with {@link org.clearlane.remittance.Balance}, then {@link org.clearlane.remittance.Posting}.
 */
package org.clearlane.remittance;
