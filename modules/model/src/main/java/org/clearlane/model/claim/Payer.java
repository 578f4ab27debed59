package org.clearlane.model.claim;

/**
 * The payer a claim is meant for (loop 2010BB).
 *
 * @param name NM103
 * @param idQualifier NM108: PI or XV
 * @param id NM109
 * @param position the number of the NM1 segment in its transaction set
 */
public record Payer(String name, String idQualifier, String id, int position) {}
