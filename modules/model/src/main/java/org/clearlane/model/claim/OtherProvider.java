package org.clearlane.model.claim;

import java.util.List;

/**
 * A provider beside the billing provider, at claim level (2310A–H) or line level (2420A–I).
 *
 * @param loop the guide's name of the loop; the same letter means another role in another kind of claim
 * @param line the line it belongs to, from 1; 0 at claim level
 * @param role NM101: DN referring, 82 rendering, 77 service facility, DQ supervising, DK ordering, 71 attending,
 *     72 operating, ZZ other operating, DD assistant surgeon, PW and 45 pick-up and drop-off …
 * @param entityType NM102: 1 a person, 2 an organisation
 * @param last NM103
 * @param first NM104
 * @param idQualifier NM108
 * @param id NM109
 * @param position the number of the NM1 segment in its transaction set
 * @param segments what stands behind the NM1 in this loop, in order: PRV, N3, N4, REF, PER
 */
public record OtherProvider(
        String loop,
        int line,
        String role,
        String entityType,
        String last,
        String first,
        String idQualifier,
        String id,
        int position,
        List<SegmentFact> segments) {

    public OtherProvider {
        segments = List.copyOf(segments);
    }

    /** PRV, whose PRV03 is the taxonomy code; null when there is none. */
    public SegmentFact specialty() {
        return SegmentFact.first(segments, SegmentTag.PRV);
    }

    /** REF with this qualifier (G2, 0B, LU …), or null. */
    public SegmentFact reference(String qualifier) {
        return SegmentFact.qualified(segments, SegmentTag.REF, qualifier);
    }

    /** Where it is; service facilities and ambulance stops have one. */
    public Address address() {
        return Address.in(segments, loop);
    }
}
