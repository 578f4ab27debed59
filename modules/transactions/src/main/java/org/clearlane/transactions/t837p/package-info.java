/**
 * The professional claim 837P (005010X222A1): claims read out of a set while it streams, with the bytes they came from,
 * and interchanges for payers written from those bytes. What the sender wrote inside a claim goes out byte for byte.
 */
package org.clearlane.transactions.t837p;
