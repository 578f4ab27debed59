package org.clearlane.guide;

import org.clearlane.x12.Segment;

/**
 * An element or component whose code tells one use of a segment from another, for example NM101 or HI01-1.
 *
 * @param component 0 for the whole element
 */
record Qualifier(int element, int component, CodeSet codes) {

    boolean matches(Segment segment) {
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
                return false;
            }
        }
        return from < to && codes.contains(segment.buffer(), from, to);
    }
}
