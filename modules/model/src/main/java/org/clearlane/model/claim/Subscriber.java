package org.clearlane.model.claim;

import java.util.List;

/**
 * The insured person (loops 2000B and 2010BA).
 *
 * @param responsibility SBR01: P primary, S secondary, T tertiary …
 * @param relationship SBR02: 18 when the subscriber is the patient
 * @param groupNumber SBR03
 * @param filingIndicator SBR09
 * @param entityType NM102
 * @param last NM103
 * @param first NM104
 * @param idQualifier NM108
 * @param memberId NM109
 * @param birthDate DMG02 as sent, CCYYMMDD
 * @param sex DMG03
 * @param sbrPosition the number of the SBR segment in its transaction set
 * @param position the number of the NM1 segment
 * @param dmgPosition the number of the DMG segment; 0 when there is none
 * @param segments everything of 2000B and 2010BA, in order: SBR, PAT, NM1, N3, N4, DMG, REF, PER
 */
public record Subscriber(
        String responsibility,
        String relationship,
        String groupNumber,
        String filingIndicator,
        String entityType,
        String last,
        String first,
        String idQualifier,
        String memberId,
        String birthDate,
        String sex,
        int sbrPosition,
        int position,
        int dmgPosition,
        List<SegmentFact> segments) {

    public Subscriber {
        segments = List.copyOf(segments);
    }

    /** SBR of 2000B: SBR03 group, SBR04 plan, SBR05 insurance type; null when there is none. */
    public SegmentFact coverage() {
        return SegmentFact.first(segments, SegmentTag.SBR);
    }

    /** SBR05: why Medicare is secondary. */
    public String insuranceType() {
        SegmentFact coverage = coverage();
        return coverage == null ? "" : coverage.element(5);
    }

    /** PAT of 2000B: death, weight, pregnancy; null when there is none. */
    public SegmentFact condition() {
        return SegmentFact.first(segments, SegmentTag.PAT);
    }

    /** Where the person lives. */
    public Address address() {
        return Address.in(segments, "2010BA");
    }
}
