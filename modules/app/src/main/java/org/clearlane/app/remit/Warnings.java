package org.clearlane.app.remit;

import java.util.ArrayList;
import java.util.List;
import org.clearlane.app.remit.Explanation.PaymentVerdict;

/** What a reader must know before believing the sums. */
final class Warnings {

    private Warnings() {}

    static List<String> of(PaymentVerdict verdict) {
        List<String> warnings = new ArrayList<>();
        if (!verdict.readable()) {
            warnings.add("Not all of it could be read; an amount that could not counts as 0.00 above.");
        }
        if (!verdict.whole()) {
            warnings.add("It was cut short: claims may be missing.");
        }
        return warnings;
    }
}
