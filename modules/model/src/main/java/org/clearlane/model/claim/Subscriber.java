package org.clearlane.model.claim;

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
        int dmgPosition) {}
