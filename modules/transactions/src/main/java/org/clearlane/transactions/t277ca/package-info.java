/**
 * The claim acknowledgment 277CA (005010X214): what became of each claim of a batch before adjudication. Written for
 * practices with memory that does not grow with the batch; read leniently from payers and other houses.
 */
package org.clearlane.transactions.t277ca;
