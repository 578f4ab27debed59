package org.clearlane.transactions.t835;

import java.util.List;
import java.util.Optional;
import org.clearlane.model.Money;
import org.clearlane.model.finding.Finding;
import org.clearlane.model.finding.Place;
import org.clearlane.x12.Segment;

/** Reads amounts out of segments and says so when one cannot be read; such an amount is ZERO. */
final class Amounts {

    private Amounts() {}

    /** An amount that must be there. */
    static Money required(Segment segment, int element, Place place, List<Finding> problems) {
        if (!segment.has(element)) {
            problems.add(RemittanceFindings.amountMissing(place.atElement(element)));
            return Money.ZERO;
        }
        return read(segment, element, place, problems);
    }

    /** An amount that may be left out, which means ZERO. */
    static Money optional(Segment segment, int element, Place place, List<Finding> problems) {
        return segment.has(element) ? read(segment, element, place, problems) : Money.ZERO;
    }

    private static Money read(Segment segment, int element, Place place, List<Finding> problems) {
        String text = segment.element(element).strip();
        Optional<Money> amount = Money.parse(text);
        if (amount.isEmpty()) {
            problems.add(RemittanceFindings.amountUnreadable(place.atElement(element), text));
        }
        return amount.orElse(Money.ZERO);
    }
}
