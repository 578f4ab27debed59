package org.clearlane.remittance;

import java.util.List;
import org.clearlane.model.Money;
import org.clearlane.model.remittance.ProviderAdjustment;

/**
 * One practice's share of a payment. It balances by itself: {@code claimsPaid − Σ providerAdjustments +
 * unexplained = amount}.
 *
 * @param practiceId whose it is, or {@link RemittanceSplit#UNALLOCATED}
 * @param claims how many claims it holds
 * @param claimsPaid Σ CLP04 of them
 * @param providerAdjustments its PLB
 * @param unexplained what is left of a payment that counts although it does not add up; ZERO but for the part that
 *     belongs to nobody
 * @param amount its share of BPR02; negative where more was taken back than paid
 */
public record SplitPart(
        String practiceId,
        long claims,
        Money claimsPaid,
        List<ProviderAdjustment> providerAdjustments,
        Money unexplained,
        Money amount) {

    public SplitPart {
        providerAdjustments = List.copyOf(providerAdjustments);
    }
}
