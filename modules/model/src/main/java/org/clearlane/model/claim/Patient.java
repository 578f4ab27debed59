package org.clearlane.model.claim;

import java.util.List;

/**
 * The patient where that is not the subscriber (loops 2000C and 2010CA).
 *
 * @param relationship PAT01
 * @param last NM103
 * @param first NM104
 * @param birthDate DMG02 as sent, CCYYMMDD
 * @param sex DMG03
 * @param position the number of the NM1 segment in its transaction set
 * @param dmgPosition the number of the DMG segment; 0 when there is none
 * @param segments everything at this level, in order: PAT, NM1, N3, N4, DMG, REF, PER
 */
public record Patient(
        String relationship,
        String last,
        String first,
        String birthDate,
        String sex,
        int position,
        int dmgPosition,
        List<SegmentFact> segments) {

    public Patient {
        segments = List.copyOf(segments);
    }

    /** PAT of 2000C: relationship, death, weight, pregnancy; null when there is none. */
    public SegmentFact condition() {
        return SegmentFact.first(segments, SegmentTag.PAT);
    }

    /** Where the patient lives. */
    public Address address() {
        return Address.in(segments, "2010CA");
    }
}
