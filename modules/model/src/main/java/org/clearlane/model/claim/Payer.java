package org.clearlane.model.claim;

import java.util.List;

/**
 * The payer a claim is meant for (loop 2010BB).
 *
 * @param name NM103
 * @param idQualifier NM108: PI or XV
 * @param id NM109
 * @param position the number of the NM1 segment in its transaction set
 * @param segments everything of 2010BB, in order: NM1, N3, N4, REF
 */
public record Payer(String name, String idQualifier, String id, int position, List<SegmentFact> segments) {

    public Payer {
        segments = List.copyOf(segments);
    }

    /** Where it is. */
    public Address address() {
        return Address.in(segments, "2010BB");
    }
}
