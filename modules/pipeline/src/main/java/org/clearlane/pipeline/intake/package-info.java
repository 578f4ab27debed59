/** The doors in: bytes are kept and entered in the ledger before anybody is told that we have them. */
package org.clearlane.pipeline.intake;
