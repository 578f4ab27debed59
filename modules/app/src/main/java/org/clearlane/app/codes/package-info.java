/** {@code clearlane codes}: code sets listed, asked, imported, and what a new edition means for claims in the ledger. */
package org.clearlane.app.codes;
