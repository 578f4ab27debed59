package org.clearlane.guide;

/**
 * One fault in the structure of a transaction set. Numbers count from 1; 0 means "not said".
 *
 * @param fault what is wrong
 * @param loop the loop it is in, for example {@code 2010AA}; empty for segments that stand directly in the set, such as
 *     BHT. For a missing loop or segment, the loop that is missing or lacks it
 * @param segment the segment's identifier; for something missing, the one that is missing
 * @param position the segment's number in the set, ST being 1; for something missing, the number of the segment before
 *     which it was missed
 * @param element the element, 9 for NM109
 * @param component the component of a composite
 * @param repeat which repeat of a repeating element
 * @param dataElement the data element's number in the standard's dictionary (IK402); empty when unknown or not an element
 * @param value the value at fault as sent, at most 99 characters; for a segment without a place its first element; may be health information, never for logs
 * @param detail what more there is to say, without the value: the codes allowed, the length allowed; may be empty
 * @param label what the loop, segment or element is called in plain words
 * @param ordinal the segment's number in the file
 * @param offset the byte in the file where the segment begins
 */
public record StructureFinding(
        StructureFault fault,
        String loop,
        String segment,
        int position,
        int element,
        int component,
        int repeat,
        String dataElement,
        String value,
        String detail,
        String label,
        long ordinal,
        long offset) {

    /** For people: {@code 2010AA NM109}, {@code 2300 CLM05-3}, {@code BHT}. */
    public String place() {
        StringBuilder place = new StringBuilder(loop.isEmpty() ? segment : loop + " " + segment);
        if (element > 0) {
            place.append(element < 10 ? "0" : "").append(element);
        }
        if (component > 0) {
            place.append('-').append(component);
        }
        return place.toString();
    }
}
