package org.clearlane.model.claim;

import java.util.ArrayList;
import java.util.List;
import org.clearlane.model.Money;

/**
 * What another payer decided about one line (loop 2430).
 *
 * @param decision SVD: SVD01 the payer's id, SVD02 what it paid, SVD03 the procedure, SVD05 the quantity
 * @param segments CAS, DTP*573 and AMT*EAF behind it, in order
 */
public record LineAdjudication(SegmentFact decision, List<SegmentFact> segments) {

    public LineAdjudication {
        segments = List.copyOf(segments);
    }

    /** SVD01, which is the 2330B NM109 of one of the claim's other payers. */
    public String payerId() {
        return decision.element(1);
    }

    /** SVD02; null when it is not an amount. */
    public Money paid() {
        return decision.money(2);
    }

    /** CAS, taken apart. */
    public List<ClaimAdjustment> adjustments() {
        return ClaimAdjustment.in(segments);
    }

    /** DTP*573: the day of the decision; null when there is none. */
    public SegmentFact decided() {
        return SegmentFact.qualified(segments, SegmentTag.DTP, "573");
    }

    /** The decisions among the segments of a line. */
    static List<LineAdjudication> in(List<SegmentFact> segments) {
        List<LineAdjudication> all = new ArrayList<>();
        SegmentFact decision = null;
        List<SegmentFact> behind = new ArrayList<>();
        for (SegmentFact each : segments) {
            if (each.tag() == SegmentTag.SVD) {
                if (decision != null) {
                    all.add(new LineAdjudication(decision, behind));
                    behind.clear();
                }
                decision = each;
            } else if (decision != null && each.loop().equals("2430")) {
                behind.add(each);
            }
        }
        if (decision != null) {
            all.add(new LineAdjudication(decision, behind));
        }
        return List.copyOf(all);
    }
}
