package org.clearlane.model.claim;

/**
 * Who is to be paid (loop 2010AA).
 *
 * @param organization NM103: the organisation's name or the person's last name
 * @param first NM104
 * @param idQualifier NM108, {@code XX} for an NPI
 * @param npi NM109 when NM108 is XX, else empty
 * @param taxIdQualifier REF01 of the tax number: EI or SY
 * @param taxId REF02 of the tax number
 * @param position the number of the NM1 segment in its transaction set
 * @param taxIdPosition the number of the REF segment; 0 when there is none
 */
public record BillingProvider(
        String organization,
        String first,
        String idQualifier,
        String npi,
        String taxIdQualifier,
        String taxId,
        int position,
        int taxIdPosition) {}
