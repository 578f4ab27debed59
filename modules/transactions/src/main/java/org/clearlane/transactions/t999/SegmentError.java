package org.clearlane.transactions.t999;

import java.util.List;

/**
 * A segment at fault (IK3 and what hangs below it).
 *
 * @param segment IK301
 * @param position IK302, its number in the set, ST being 1; 0 when unreadable
 * @param loop IK303 as sent; some senders give the first four characters only
 * @param code IK304
 * @param elements the elements at fault (IK4)
 * @param triggers what made it required or forbidden (CTX SITUATIONAL TRIGGER)
 * @param businessUnits what it is part of, for example {@code CLM01} (CTX)
 */
public record SegmentError(
        String segment,
        int position,
        String loop,
        String code,
        List<ElementError> elements,
        List<Trigger> triggers,
        List<BusinessUnit> businessUnits) {

    public SegmentError {
        elements = List.copyOf(elements);
        triggers = List.copyOf(triggers);
        businessUnits = List.copyOf(businessUnits);
    }
}
