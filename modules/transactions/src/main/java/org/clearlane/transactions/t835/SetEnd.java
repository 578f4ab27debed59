package org.clearlane.transactions.t835;

import java.util.List;
import org.clearlane.model.remittance.KeptSegment;

/**
 * How a transaction set ended.
 *
 * @param trailerSent whether there was an SE
 * @param segmentsSaid SE01, or -1 when missing or no number
 * @param segmentsCounted the segments from ST to SE, both included
 * @param controlNumberRight whether SE02 equals ST02
 * @param claims how many CLP were read
 * @param segments PLB and whatever else stood behind the last claim, as sent, without terminators
 * @param rest those of them that say more than PLB can hold, with their places
 */
public record SetEnd(
        boolean trailerSent,
        long segmentsSaid,
        long segmentsCounted,
        boolean controlNumberRight,
        long claims,
        List<String> segments,
        List<KeptSegment> rest) {

    public SetEnd {
        segments = List.copyOf(segments);
        rest = List.copyOf(rest);
    }

    /** Whether SE01 is the number of segments there are. */
    public boolean isCountRight() {
        return segmentsSaid == segmentsCounted;
    }

    /** Whether the set was sent to its end. A set cut short must not be posted; a miscounted one was at least not cut. */
    public boolean isWhole() {
        return trailerSent;
    }
}
