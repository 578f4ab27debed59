package org.clearlane.model.claim;

import org.clearlane.model.Money;
import org.clearlane.model.finding.Place;

/**
 * A code of HI that is not one of the claim's {@link Claim#diagnoses principal and other diagnoses}.
 *
 * @param use what it is for
 * @param qualifier HI0n-1 as sent
 * @param code HI0n-2, without a point
 * @param date HI0n-3 and HI0n-4 of procedures, occurrences and spans; null when neither was sent
 * @param amount HI0n-5 of a value code; null when it was not sent or is not an amount
 * @param presentOnAdmission HI0n-9: Y, N, U, W
 * @param position the number of the HI segment in its transaction set
 * @param element which element of it, 1 to 12
 */
public record CodeFact(
        CodeUse use,
        String qualifier,
        String code,
        DateFact date,
        Money amount,
        String presentOnAdmission,
        int position,
        int element) {

    /** Where its code stands: HI0n-2. */
    public Place place() {
        return place(2);
    }

    /** Where its component {@code c} stands: 4 for the date, 5 for the amount, 9 for present on admission. */
    public Place place(int c) {
        return Place.ofSegment("2300", "HI", position).atComponent(element, c);
    }
}
