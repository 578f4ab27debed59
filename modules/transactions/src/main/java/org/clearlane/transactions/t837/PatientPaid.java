package org.clearlane.transactions.t837;

import org.clearlane.model.Money;
import org.clearlane.transactions.internal.SegmentWalk;
import org.clearlane.x12.Delimiters;

/** What a claim says its patient has paid already (2300 AMT*F5). */
public final class PatientPaid {

    private PatientPaid() {}

    /** Nothing where it does not say. */
    public static Money of(byte[] claim, Delimiters delimiters) {
        SegmentWalk walk = new SegmentWalk(claim, delimiters);
        while (walk.next() && !walk.is("LX")) {
            if (walk.is("AMT") && walk.element(1).equals("F5")) {
                return Money.parse(walk.element(2).strip()).orElse(Money.ZERO);
            }
        }
        return Money.ZERO;
    }
}
