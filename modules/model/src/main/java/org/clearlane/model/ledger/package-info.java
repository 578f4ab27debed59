/** The custody ledger in words: the states of a claim and the moves between them. */
package org.clearlane.model.ledger;
