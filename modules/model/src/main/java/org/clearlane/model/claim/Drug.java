package org.clearlane.model.claim;

import java.util.ArrayList;
import java.util.List;

/**
 * A drug or device of a line (loop 2410).
 *
 * @param identification LIN: LIN02 the qualifier, N4 for an NDC; LIN03 the code
 * @param quantity CTP: CTP04 how much, CTP05-1 the unit; null when there is none
 */
public record Drug(SegmentFact identification, SegmentFact quantity) {

    /** LIN03. */
    public String code() {
        return identification.element(3);
    }

    /** Whether LIN02 says that the code is an NDC. */
    public boolean isNdc() {
        return identification.is(2, "N4");
    }

    /** The drugs among the segments of a line. */
    static List<Drug> in(List<SegmentFact> segments) {
        List<Drug> all = new ArrayList<>();
        for (int i = 0; i < segments.size(); i++) {
            if (segments.get(i).tag() == SegmentTag.LIN) {
                boolean counted = i + 1 < segments.size() && segments.get(i + 1).tag() == SegmentTag.CTP;
                all.add(new Drug(segments.get(i), counted ? segments.get(i + 1) : null));
            }
        }
        return List.copyOf(all);
    }
}
