package org.clearlane.model.claim;

/**
 * A provider beside the billing provider, at claim level (2310A–F) or line level (2420A–H).
 *
 * @param loop the guide's name of the loop
 * @param line the line it belongs to, from 1; 0 at claim level
 * @param role NM101: DN referring, 82 rendering, 77 service facility, DQ supervising, DK ordering …
 * @param last NM103
 * @param idQualifier NM108
 * @param id NM109
 * @param position the number of the NM1 segment in its transaction set
 */
public record OtherProvider(
        String loop, int line, String role, String last, String idQualifier, String id, int position) {}
