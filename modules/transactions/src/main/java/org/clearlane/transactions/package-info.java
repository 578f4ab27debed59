/**
 * Transactions of X12 turned into values and values into transactions, a package each. Reading is tolerant and tells
 * what is wrong as values; writing is strict and counts what it writes. Knows no framework, no database and no network.
 */
package org.clearlane.transactions;
