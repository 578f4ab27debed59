package org.clearlane.guide;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.clearlane.x12.Segment;

/**
 * Remembers what came behind each node of a guide the last two times, so that most segments are told by one look instead
 * of a search. Only what the search would find for the same look again is remembered: where the tag and one code decide,
 * whatever else the segment holds. Whether there is room and the order is kept, is not known here.
 *
 * <p>Not safe for use by several threads.
 */
final class Expectation {

    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** The length of a code that does not matter. */
    private static final int ANY = -1;

    /** By node: what came last in slot 2n, and before that in slot 2n + 1. */
    private final Spot[] next;

    /** The code it was told by, its bits, and its length in bytes. */
    private final long[] codes;

    private final long[] bits;
    private final int[] lengths;

    Expectation(int nodes) {
        next = new Spot[2 * nodes];
        codes = new long[2 * nodes];
        bits = new long[2 * nodes];
        lengths = new int[2 * nodes];
    }

    /** The first place that the search would look at for this segment behind that node; null when it is not known. */
    Spot behind(Spot node, int tag, Segment segment) {
        int slot = 2 * node.index;
        Spot last = next[slot];
        if (last != null && last.tag == tag && holds(slot, last, segment)) {
            return last;
        }
        Spot earlier = next[slot + 1];
        return earlier != null && earlier.tag == tag && holds(slot + 1, earlier, segment) ? earlier : null;
    }

    private boolean holds(int slot, Spot spot, Segment segment) {
        int length = lengths[slot];
        if (length == ANY) {
            return true;
        }
        int from = segment.elementStart(spot.toldByElement);
        int sent = segment.elementEnd(spot.toldByElement) - from;
        if (sent < length || ((long) WORD.get(segment.buffer(), from) & bits[slot]) != codes[slot]) {
            return false;
        }
        return sent == length
                || spot.toldByComponent
                        && segment.buffer()[from + length]
                                == segment.delimiters().component();
    }

    /**
     * The search has found this place for a segment behind that node.
     *
     * @param open the innermost loop that was open
     * @param number of the tag in the guide
     */
    void learn(Spot node, Spot open, Spot place, int number, Segment segment) {
        if (place.qualifiers.length > 1) {
            return;
        }
        Qualifier by = place.qualifiers.length == 0 ? null : place.qualifiers[0];
        for (Spot loop = open; ; loop = loop.parent) {
            Choice choice = loop.choices[number];
            if (choice == null) {
                continue;
            }
            boolean here = loop == place.parent;
            if (!choice.isToldBy(by) || by == null && !here) {
                return;
            }
            Spot[] among = choice.among(segment);
            if (here && among[0] == place) {
                break;
            }
            if (here || among.length > 0) {
                return;
            }
        }
        long code = by == null ? CodeSet.NO_KEY : by.key(segment);
        if (by != null && (by.component() > 1 || code == CodeSet.NO_KEY)) {
            return;
        }
        int slot = 2 * node.index;
        next[slot + 1] = next[slot];
        codes[slot + 1] = codes[slot];
        bits[slot + 1] = bits[slot];
        lengths[slot + 1] = lengths[slot];
        int length = by == null ? ANY : (71 - Long.numberOfLeadingZeros(code)) >>> 3;
        next[slot] = place;
        codes[slot] = code;
        bits[slot] = by == null ? 0 : -1L >>> 64 - 8 * length;
        lengths[slot] = length;
    }
}
