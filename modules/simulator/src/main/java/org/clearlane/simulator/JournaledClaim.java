package org.clearlane.simulator;

/**
 * One line of a payer's {@code claims.tsv}: a claim it received, columns in this order, tab-separated, no header.
 *
 * @param isa13 of the interchange it came in
 * @param st02 of its transaction set
 * @param pcn CLM01
 * @param houseId REF*D9, or empty
 * @param chargeCents CLM02, written with two decimals
 * @param receipt the {@link JournalLine#receipt} it belongs to
 */
public record JournaledClaim(String isa13, String st02, String pcn, String houseId, long chargeCents, long receipt) {}
