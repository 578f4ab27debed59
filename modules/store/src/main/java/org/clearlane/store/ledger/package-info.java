/**
 * The book of record in SQL: files, claims and their moves, interchanges, answers, money, and the outbox that drives
 * work. Everything is written in a transaction the caller opens with {@link org.clearlane.store.ledger.Ledger}.
 */
package org.clearlane.store.ledger;
