package org.clearlane.model.remittance;

import org.clearlane.model.Money;

/**
 * One reason why less (or, negative, more) was paid than charged: one triplet of CAS.
 *
 * @param group CAS01: CO, CR, OA, PI or PR
 * @param reason the claim adjustment reason code (CARC), for example {@code 45}
 * @param amount positive when it lowers the payment
 * @param quantity as sent, empty when not sent
 */
public record Adjustment(String group, String reason, Money amount, String quantity) {

    /** As people write it: {@code CO-45}. */
    public String code() {
        return group + "-" + reason;
    }
}
