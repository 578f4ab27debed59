package org.clearlane.model.finding;

/**
 * Where in the submitter's file something was found. Numbers count from 1; 0 means "not said".
 *
 * @param loop the guide's name of the loop, for example {@code 2010AA}; empty where none applies
 * @param segment the segment identifier, for example {@code NM1}; for a missing segment, the one that is missing
 * @param position the segment's number in its transaction set, ST being 1 (as in IK302); for a missing segment the
 *     number of the segment before which it was missed
 * @param element the element, 9 for NM109
 * @param component the component of a composite
 * @param repeat which repeat of a repeating element
 * @param segmentOrdinal the segment's number in the whole file, the first being 1
 * @param offset the byte in the file where the segment begins, from 0
 */
public record Place(
        String loop,
        String segment,
        int position,
        int element,
        int component,
        int repeat,
        long segmentOrdinal,
        long offset) {

    /** A place that is a whole segment. */
    public static Place ofSegment(String loop, String segment, int position) {
        return new Place(loop, segment, position, 0, 0, 0, 0, 0);
    }

    /** The same segment, at this element. */
    public Place atElement(int number) {
        return new Place(loop, segment, position, number, 0, 0, segmentOrdinal, offset);
    }

    /** The same segment, at this component of this element. */
    public Place atComponent(int number, int part) {
        return new Place(loop, segment, position, number, part, 0, segmentOrdinal, offset);
    }

    /** For people: {@code loop 2010AA, segment 12, NM109}. */
    public String inWords() {
        StringBuilder words = new StringBuilder();
        if (!loop.isEmpty()) {
            words.append("loop ").append(loop).append(", ");
        }
        if (position > 0) {
            words.append("segment ").append(position).append(", ");
        }
        words.append(segment);
        if (element > 0) {
            words.append(element < 10 ? "0" : "").append(element);
        }
        if (component > 0) {
            words.append('-').append(component);
        }
        return words.toString();
    }
}
