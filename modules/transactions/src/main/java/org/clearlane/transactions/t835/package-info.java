/**
 * The 835 (005010X221A1): read tolerantly into remittances, written strictly for the part of one payee.
 * What the model has no word for stays as the segments that were sent, so nothing a payer said is lost.
 * Says nothing about whether a remittance balances or counts: that is the remittance module.
 */
package org.clearlane.transactions.t835;
