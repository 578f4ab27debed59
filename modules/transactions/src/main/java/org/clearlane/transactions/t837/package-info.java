/**
 * Claims of the three kinds, 837P, 837I and 837D: read out of a set while it streams, with the bytes they came from, and
 * interchanges for payers written from those bytes. What the sender wrote inside a claim goes out byte for byte.
 */
package org.clearlane.transactions.t837;
