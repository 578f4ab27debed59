package org.clearlane.judgement;

import org.clearlane.x12.Segment;

/**
 * A segment of a claim or of a level above it, kept so that it can be looked at again.
 *
 * @param text without terminator, a character for each byte
 * @param position its number in the set, ST being 1
 * @param ordinal its number in the file
 * @param offset where it begins in the file
 */
record KeptSegment(String text, int position, long ordinal, long offset) {

    static KeptSegment of(Segment segment, int position) {
        return new KeptSegment(segment.toString(), position, segment.ordinal(), segment.offset());
    }

    KeptSegment with(String other) {
        return new KeptSegment(other, position, ordinal, offset);
    }
}
