package org.clearlane.model.claim;

import java.util.List;

/**
 * An address: N3 and N4 of one loop. Text is as sent.
 *
 * @param street N3; null when there is none
 * @param city N4; null when there is none
 */
public record Address(SegmentFact street, SegmentFact city) {

    /** The address in this loop. */
    static Address in(List<SegmentFact> segments, String loop) {
        return new Address(
                SegmentFact.first(segments, loop, SegmentTag.N3), SegmentFact.first(segments, loop, SegmentTag.N4));
    }

    /** N301. */
    public String line() {
        return street == null ? "" : street.element(1);
    }

    /** N302. */
    public String secondLine() {
        return street == null ? "" : street.element(2);
    }

    /** N401. */
    public String cityName() {
        return city == null ? "" : city.element(1);
    }

    /** N402. */
    public String state() {
        return city == null ? "" : city.element(2);
    }

    /** N403. */
    public String zip() {
        return city == null ? "" : city.element(3);
    }

    /** N404; empty in the United States. */
    public String country() {
        return city == null ? "" : city.element(4);
    }
}
