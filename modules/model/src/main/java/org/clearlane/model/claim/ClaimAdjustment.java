package org.clearlane.model.claim;

import java.util.ArrayList;
import java.util.List;
import org.clearlane.model.Money;

/**
 * One reason why another payer paid less than was charged: one of the up to six triplets of a CAS in 2320 or 2430.
 *
 * @param group CAS01: CO, CR, OA, PI, PR
 * @param reason the adjustment reason code (CARC)
 * @param amount null when it was not sent or is not an amount
 * @param quantity as sent
 * @param segment the CAS
 * @param element which element of it the reason is: 2, 5, 8, 11, 14, 17
 */
public record ClaimAdjustment(
        String group, String reason, Money amount, String quantity, SegmentFact segment, int element) {

    /** All of these segments that are CAS, taken apart in order. */
    static List<ClaimAdjustment> in(List<SegmentFact> segments) {
        List<ClaimAdjustment> all = new ArrayList<>();
        for (SegmentFact cas : segments) {
            for (int n = 2; cas.tag() == SegmentTag.CAS && n <= 17; n += 3) {
                if (cas.has(n) || cas.has(n + 1)) {
                    all.add(new ClaimAdjustment(
                            cas.element(1), cas.element(n), cas.money(n + 1), cas.element(n + 2), cas, n));
                }
            }
        }
        return List.copyOf(all);
    }
}
