package org.clearlane.transactions.t835;

import java.util.List;
import java.util.Optional;
import org.clearlane.model.Money;
import org.clearlane.model.finding.Finding;
import org.clearlane.model.finding.Place;
import org.clearlane.x12.Segment;

/** Reads amounts out of segments and says so when one cannot be read; such an amount is ZERO. */
final class Amounts {

    /**
     * The guide allows ten digits with the cents. One more is let pass; beyond it is no amount but a mistake, and sums
     * over a file of any size stay within 64 bits of cents.
     */
    private static final long MOST_CENTS = 99_999_999_999L;

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
        Optional<Money> amount = Money.parse(text).filter(money -> Math.abs(money.cents()) <= MOST_CENTS);
        if (amount.isEmpty()) {
            problems.add(RemittanceFindings.amountUnreadable(place.atElement(element), text));
        }
        return amount.orElse(Money.ZERO);
    }
}
