package org.clearlane.edits.persons;

import org.clearlane.edits.CalendarDay;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.SegmentFact;

/** The day on which the one treated died: PAT06 of 2000B or, where the patient is another person, of 2000C. */
final class Death {

    private Death() {}

    /** The PAT that says it; null when nobody died. */
    static SegmentFact of(Claim claim) {
        SegmentFact pat = claim.patient() == null
                ? claim.subscriber().condition()
                : claim.patient().condition();
        return pat != null && pat.has(6) ? pat : null;
    }

    /** The day as {@link CalendarDay}. */
    static int day(SegmentFact pat) {
        return CalendarDay.parse(pat.element(6));
    }
}
