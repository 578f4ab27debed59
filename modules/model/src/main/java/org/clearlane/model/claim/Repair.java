package org.clearlane.model.claim;

import java.util.List;

/**
 * A mend made in a claim: one value written otherwise. The bytes handed in stay as they are; what is sent on has the
 * segment as mended.
 *
 * @param kinds what was done, in order; a value may need several
 * @param part where the segment is written: provider, subscriber, patient or claim
 * @param segmentIndex the segment's number in that part, from 0; HL segments do not count
 * @param loop the guide's name of the loop, as the finding has it
 * @param segment the segment identifier
 * @param position the segment's number in the transaction set
 * @param element the element mended
 * @param component the component of a composite, or 0
 * @param before the value as sent; may be health information
 * @param after the value as it goes out
 * @param segmentAfter the whole segment as it goes out, without terminator, with all mends of it
 * @param cause the code of the finding that the mend removed
 */
public record Repair(
        List<RepairKind> kinds,
        Part part,
        int segmentIndex,
        String loop,
        String segment,
        int position,
        int element,
        int component,
        String before,
        String after,
        String segmentAfter,
        String cause) {

    public Repair {
        kinds = List.copyOf(kinds);
    }

    /** The parts of a claim as it is sent on. */
    public enum Part {
        PROVIDER,
        SUBSCRIBER,
        PATIENT,
        CLAIM
    }
}
