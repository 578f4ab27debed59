/**
 * What is kept, and how: the PostgreSQL ledger and the archive of bytes. SQL lives here and nowhere else in the
 * pipeline; every duplicate check is a unique constraint inside the transaction that does the work.
 */
package org.clearlane.store;
