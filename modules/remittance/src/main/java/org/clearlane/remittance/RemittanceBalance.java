package org.clearlane.remittance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.clearlane.model.Money;
import org.clearlane.model.remittance.ClaimPayment;
import org.clearlane.model.remittance.PaymentHeader;
import org.clearlane.model.remittance.ProviderAdjustment;
import org.clearlane.model.remittance.ProviderSummary;
import org.clearlane.model.remittance.Remittance;
import org.clearlane.remittance.BalanceProof.Level;
import org.clearlane.remittance.BalanceProof.Term;

/**
 * Adds up one 835 while it is read, in memory that does not grow with the number of claims: {@link #summary} at each
 * loop 2000, {@link #add} for each claim, then {@link #close}. For one payment and one thread.
 */
public final class RemittanceBalance {

    /** Broken proofs are kept for people up to this many; beyond it they are only counted. */
    public static final int MOST_BROKEN_KEPT = 100;

    private final PaymentHeader header;
    private Money paid = Money.ZERO;
    private long claims;
    private long lines;
    private long brokenCount;
    private final List<BalanceProof> broken = new ArrayList<>();
    private final List<BalanceProof> summaries = new ArrayList<>();
    private ProviderSummary summary;
    private Money chargeInGroup = Money.ZERO;
    private long claimsInGroup;

    /** Begins with the head of the payment, whose BPR02 must come out. */
    public RemittanceBalance(PaymentHeader header) {
        this.header = header;
    }

    /** A loop 2000 begins. */
    public void summary(Optional<ProviderSummary> next) {
        endSummary();
        summary = next.orElse(null);
        chargeInGroup = Money.ZERO;
        claimsInGroup = 0;
    }

    /** One claim of the payment; whether it balances in itself. */
    public boolean add(ClaimPayment claim) {
        claims++;
        claimsInGroup++;
        lines += claim.lines().size();
        paid = paid.plus(claim.paid());
        chargeInGroup = chargeInGroup.plus(claim.charge());
        boolean holds = Balance.holds(claim);
        if (!holds) {
            Balance.of(claim).broken().forEach(this::broken);
        }
        return holds;
    }

    private void broken(BalanceProof proof) {
        brokenCount++;
        if (broken.size() < MOST_BROKEN_KEPT) {
            broken.add(proof);
        }
    }

    private void endSummary() {
        if (summary == null) {
            return;
        }
        BalanceProof proof = BalanceProof.of(
                Level.PROVIDER_SUMMARY,
                "provider " + summary.providerId(),
                List.of(new Term("TS305", summary.totalCharge())),
                List.of(new Term("Σ CLP03 of " + claimsInGroup + " claims", chargeInGroup)),
                true);
        if (summaries.size() < MOST_BROKEN_KEPT) {
            summaries.add(proof);
        }
        if (proof.isBroken()) {
            broken(proof);
        }
    }

    /** The verdict on the whole payment. */
    public RemittanceVerdict close(List<ProviderAdjustment> providerAdjustments) {
        endSummary();
        summary = null;
        BalanceProof transaction = transaction(providerAdjustments);
        if (transaction.isBroken()) {
            broken.add(0, transaction);
            brokenCount++;
        }
        return new RemittanceVerdict(
                brokenCount == 0, transaction, summaries, broken, brokenCount, claims, lines, paid);
    }

    /** PLB enter one term a reason, so the proof stays short however many there are. */
    private BalanceProof transaction(List<ProviderAdjustment> providerAdjustments) {
        Map<String, Money> byReason = new TreeMap<>();
        for (ProviderAdjustment adjustment : providerAdjustments) {
            byReason.merge(adjustment.reason(), adjustment.amount(), Money::plus);
        }
        List<Term> left = new ArrayList<>();
        left.add(new Term("Σ CLP04 of " + claims + (claims == 1 ? " claim" : " claims"), paid));
        byReason.forEach((reason, amount) -> left.add(new Term("PLB " + reason, amount.negated())));
        return BalanceProof.of(
                Level.TRANSACTION,
                "payment " + header.trace(),
                left,
                List.of(new Term("BPR02", header.amount())),
                true);
    }

    /** The verdict on a payment held whole in memory, which has no loops 2000. */
    public static RemittanceVerdict of(Remittance remittance) {
        RemittanceBalance balance = new RemittanceBalance(remittance.header());
        remittance.claims().forEach(balance::add);
        return balance.close(remittance.providerAdjustments());
    }
}
