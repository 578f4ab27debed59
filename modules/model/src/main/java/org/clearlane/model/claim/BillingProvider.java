package org.clearlane.model.claim;

import java.util.List;

/**
 * Who is to be paid (loops 2000A, 2010AA, 2010AB, 2010AC).
 *
 * @param organization NM103: the organisation's name or the person's last name
 * @param first NM104
 * @param idQualifier NM108, {@code XX} for an NPI
 * @param npi NM109 when NM108 is XX, else empty
 * @param taxIdQualifier REF01 of the tax number: EI or SY
 * @param taxId REF02 of the tax number
 * @param position the number of the NM1 segment in its transaction set
 * @param taxIdPosition the number of the REF segment; 0 when there is none
 * @param segments everything that stands at this level, in order; only {@code 2010AA} where a loop is asked for
 */
public record BillingProvider(
        String organization,
        String first,
        String idQualifier,
        String npi,
        String taxIdQualifier,
        String taxId,
        int position,
        int taxIdPosition,
        List<SegmentFact> segments) {

    public BillingProvider {
        segments = List.copyOf(segments);
    }

    /** PRV of 2000A, whose PRV03 is the taxonomy code; null when there is none. */
    public SegmentFact specialty() {
        return SegmentFact.first(segments, "2000A", SegmentTag.PRV);
    }

    /** PRV03: its taxonomy code, or empty. */
    public String taxonomy() {
        SegmentFact specialty = specialty();
        return specialty == null ? "" : specialty.element(3);
    }

    /** NM102 of 2010AA: 1 a person, 2 an organisation; empty without NM1. */
    public String entityType() {
        SegmentFact name = SegmentFact.first(segments, "2010AA", SegmentTag.NM1);
        return name == null ? "" : name.element(2);
    }

    /** Where it is (2010AA). */
    public Address address() {
        return Address.in(segments, "2010AA");
    }

    /** Where money goes when it goes elsewhere (2010AB). */
    public Address payToAddress() {
        return Address.in(segments, "2010AB");
    }
}
