/**
 * The implementation acknowledgment 999 (005010X231A1): how a functional group and each set in it were received, with
 * every error's place. Written from findings for practices; read leniently, its elder 997 too, from payers.
 */
package org.clearlane.transactions.t999;
