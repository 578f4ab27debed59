package org.clearlane.model.claim;

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
 */
public record Patient(
        String relationship, String last, String first, String birthDate, String sex, int position, int dmgPosition) {}
