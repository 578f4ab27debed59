/** Judging a file that was handed in: its claims enter the ledger, its answers go to the mailbox, in one transaction. */
package org.clearlane.pipeline.judging;
