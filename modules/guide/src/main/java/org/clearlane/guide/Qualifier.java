package org.clearlane.guide;

import org.clearlane.x12.Segment;

/**
 * An element or component whose code tells one use of a segment from another, for example NM101 or HI01-1.
 *
 * @param component 0 for the whole element
 */
record Qualifier(int element, int component, CodeSet codes) {

    private static final long ABSENT = -1;

    boolean matches(Segment segment) {
        long span = span(segment);
        return span != ABSENT && codes.contains(segment.buffer(), (int) (span >>> 32), (int) span);
    }

    /** What the segment has here, as {@link CodeSet#key}. */
    long key(Segment segment) {
        long span = span(segment);
        return span == ABSENT ? CodeSet.NO_KEY : CodeSet.key(segment.buffer(), (int) (span >>> 32), (int) span);
    }

    /** From and to, packed; {@link #ABSENT} where there is no such value. */
    private long span(Segment segment) {
        int from = segment.elementStart(element);
        int to = segment.elementEnd(element);
        if (component > 0) {
            byte[] bytes = segment.buffer();
            byte separator = segment.delimiters().component();
            byte repetition = segment.delimiters().repetition();
            int seen = 1;
            for (int i = from; i < to; i++) {
                if (bytes[i] == separator || (repetition != 0 && bytes[i] == repetition)) {
                    if (seen == component || bytes[i] != separator) {
                        to = i;
                        break;
                    }
                    seen++;
                    from = i + 1;
                }
            }
            if (seen != component) {
                return ABSENT;
            }
        }
        return from < to ? (long) from << 32 | to : ABSENT;
    }
}
