package org.clearlane.transactions.t835;

import java.util.List;
import org.clearlane.model.Money;
import org.clearlane.model.finding.Finding;
import org.clearlane.model.finding.Place;
import org.clearlane.x12.Segment;

/** Reads amounts out of segments and says so when one cannot be read; such an amount is ZERO. */
final class Amounts {

    /** No amount of cents. */
    static final long UNREADABLE = Long.MIN_VALUE;

    /**
     * The guide allows ten digits with the cents. One more is let pass; beyond it is no amount but a mistake, and sums
     * over a file of any size stay within 64 bits of cents.
     */
    private static final long MOST_CENTS = 99_999_999_999L;

    /** As many digits before the point, zeros among them, as {@link Money#parse} takes. */
    private static final int MOST_WHOLE_DIGITS = 15;

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
        long cents = cents(segment.buffer(), segment.elementStart(element), segment.elementEnd(element));
        if (cents == UNREADABLE) {
            String text = segment.element(element).strip();
            problems.add(RemittanceFindings.amountUnreadable(place.atElement(element), text));
            return Money.ZERO;
        }
        return cents == 0 ? Money.ZERO : new Money(cents);
    }

    static boolean isBlank(byte b) {
        return b == ' ' || b >= '\t' && b <= '\r' || b >= 0x1c && b <= 0x1f;
    }

    /** The amount between these bytes in cents, blanks around it ignored, or {@link #UNREADABLE}: as {@link Money#parse}. */
    static long cents(byte[] bytes, int start, int end) {
        int at = start;
        int to = end;
        while (at < to && isBlank(bytes[at])) {
            at++;
        }
        while (to > at && isBlank(bytes[to - 1])) {
            to--;
        }
        boolean negative = at < to && bytes[at] == '-';
        if (negative) {
            at++;
        }
        long whole = 0;
        int digits = 0;
        while (at < to && bytes[at] >= '0' && bytes[at] <= '9') {
            whole = whole * 10 + (bytes[at++] - '0');
            if (++digits > MOST_WHOLE_DIGITS) {
                return UNREADABLE;
            }
        }
        long cents = whole * 100;
        if (at < to && bytes[at] == '.') {
            int worth = 10;
            for (at++; at < to && bytes[at] >= '0' && bytes[at] <= '9'; at++, digits++) {
                if (worth == 0 && bytes[at] != '0') {
                    return UNREADABLE;
                }
                cents += worth * (long) (bytes[at] - '0');
                worth /= 10;
            }
        }
        if (at < to || digits == 0 || cents > MOST_CENTS) {
            return UNREADABLE;
        }
        return negative ? -cents : cents;
    }
}
