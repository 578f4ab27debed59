package org.clearlane.model.remittance;

import java.util.List;

/**
 * One 835 transaction set: one payment, or one notice that nothing is paid.
 *
 * @param header who pays whom how much, and by what
 * @param claims loop 2100 in the order sent
 * @param providerAdjustments PLB, flattened to one adjustment each
 */
public record Remittance(
        PaymentHeader header, List<ClaimPayment> claims, List<ProviderAdjustment> providerAdjustments) {

    public Remittance {
        claims = List.copyOf(claims);
        providerAdjustments = List.copyOf(providerAdjustments);
    }
}
