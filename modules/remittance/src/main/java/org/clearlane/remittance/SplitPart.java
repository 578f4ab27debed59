package org.clearlane.remittance;

import java.util.List;
import org.clearlane.model.Money;
import org.clearlane.model.remittance.ProviderAdjustment;

/**
 * One practice's share of a payment. It balances by itself: {@code claimsPaid − Σ providerAdjustments = amount}.
 *
 * @param practiceId whose it is, or {@link RemittanceSplit#UNALLOCATED}
 * @param claims how many claims it holds
 * @param claimsPaid Σ CLP04 of them
 * @param providerAdjustments its PLB
 * @param amount its share of BPR02; negative where more was taken back than paid
 */
public record SplitPart(
        String practiceId, long claims, Money claimsPaid, List<ProviderAdjustment> providerAdjustments, Money amount) {

    public SplitPart {
        providerAdjustments = List.copyOf(providerAdjustments);
    }
}
