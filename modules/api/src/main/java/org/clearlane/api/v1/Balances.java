package org.clearlane.api.v1;

import java.util.LinkedHashMap;
import java.util.Map;
import org.clearlane.api.PracticeView;
import org.clearlane.model.Money;

/** Balances as arithmetic somebody can do again. */
final class Balances {

    private Balances() {}

    /** A practice's part of a payment: what its claims were paid less what moved outside any claim (BPR02 and PLB). */
    static Map<String, Object> ofPart(Money claims, Money provider, Money amount) {
        return told(
                "part",
                claims + " for claims - " + provider + " of provider adjustments = " + claims.minus(provider),
                amount.minus(claims.minus(provider)));
    }

    /** A claim or a line of it: what was charged less every adjustment is what was paid (CLP03, CAS, CLP04). */
    static Map<String, Object> ofCharge(String level, Money charge, Money adjusted, Money paid) {
        return told(
                level,
                charge + " charged - " + adjusted + " adjusted = " + charge.minus(adjusted) + "; paid " + paid,
                paid.minus(charge.minus(adjusted)));
    }

    private static Map<String, Object> told(String level, String arithmetic, Money difference) {
        Map<String, Object> balance = new LinkedHashMap<>();
        balance.put("level", level);
        balance.put("arithmetic", arithmetic);
        balance.put("difference", PracticeView.money(difference));
        balance.put("balanced", difference.isZero());
        return balance;
    }
}
