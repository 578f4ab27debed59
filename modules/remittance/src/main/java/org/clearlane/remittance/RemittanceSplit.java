package org.clearlane.remittance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.clearlane.model.Money;
import org.clearlane.model.remittance.ClaimPayment;
import org.clearlane.model.remittance.PaymentHeader;
import org.clearlane.model.remittance.ProviderAdjustment;
import org.clearlane.model.remittance.Remittance;

/**
 * Shares one payment out among practices. {@link #add} tells for each claim whose it is; {@link #close} gives each
 * provider adjustment to the practice whose claim it names (PLB03-2), else to the one whose provider it names (PLB01),
 * else to the payee's, else leaves it {@link #UNALLOCATED}: money whose owner is not certain is never guessed at.
 *
 * <p>The parts add up to the original to the cent, in CLP04, PLB and BPR02, or there are no parts. Keeps the claims'
 * numbers in memory only where they are asked for by PLB, that is two short texts a claim. For one payment and one
 * thread.
 */
public final class RemittanceSplit {

    /** The practice id of the part that belongs to nobody we know: the worklist's. */
    public static final String UNALLOCATED = "";

    /** What came of it. */
    public sealed interface Result {}

    /** The parts, in the order in which their first claim was met. */
    public record Parts(List<SplitPart> parts) implements Result {
        public Parts {
            parts = List.copyOf(parts);
        }
    }

    /** The original does not balance, so no parts of it could: it is held whole. */
    public record Refused(BalanceProof proof) implements Result {}

    private static final String SEVERAL = "\u0000several";

    private final PaymentHeader header;
    private final Function<ClaimPayment, Optional<String>> practiceOfClaim;
    private final Function<String, Optional<String>> practiceOfProvider;
    private final Map<String, Sum> sums = new LinkedHashMap<>();
    private final Map<String, String> practiceByNumber = new HashMap<>();
    private final RemittanceBalance balance;

    private static final class Sum {
        long claims;
        Money paid = Money.ZERO;
        final List<ProviderAdjustment> providerAdjustments = new ArrayList<>();
    }

    /**
     * @param practiceOfClaim whose a claim is, by the ledger's match, else by rendering or billing provider; empty when
     *     not known
     * @param practiceOfProvider the practice of an NPI, tax number or payer's provider number; empty when not known or
     *     shared
     */
    public RemittanceSplit(
            PaymentHeader header,
            Function<ClaimPayment, Optional<String>> practiceOfClaim,
            Function<String, Optional<String>> practiceOfProvider) {
        this.header = header;
        this.practiceOfClaim = practiceOfClaim;
        this.practiceOfProvider = practiceOfProvider;
        this.balance = new RemittanceBalance(header);
    }

    /** One claim of the payment; whose it is. */
    public String add(ClaimPayment claim) {
        balance.add(claim);
        String practice = practiceOfClaim.apply(claim).orElse(UNALLOCATED);
        Sum sum = sums.computeIfAbsent(practice, unused -> new Sum());
        sum.claims++;
        sum.paid = sum.paid.plus(claim.paid());
        remember(claim.patientControlNumber(), practice);
        remember(claim.payerControlNumber(), practice);
        return practice;
    }

    private void remember(String number, String practice) {
        if (!number.isBlank()) {
            practiceByNumber.merge(number.strip(), practice, (one, other) -> one.equals(other) ? one : SEVERAL);
        }
    }

    /** All claims were told: the parts, or why there are none. */
    public Result close(List<ProviderAdjustment> providerAdjustments) {
        BalanceProof proof = balance.close(providerAdjustments).transaction();
        if (proof.isBroken()) {
            return new Refused(proof);
        }
        String payee = payee();
        for (ProviderAdjustment adjustment : providerAdjustments) {
            sums.computeIfAbsent(owner(adjustment, payee), unused -> new Sum())
                    .providerAdjustments
                    .add(adjustment);
        }
        if (sums.isEmpty()) {
            sums.put(payee, new Sum());
        }
        List<SplitPart> parts = new ArrayList<>(sums.size());
        sums.forEach((practice, sum) -> parts.add(part(practice, sum)));
        requireWhole(parts);
        return new Parts(parts);
    }

    private String owner(ProviderAdjustment adjustment, String payee) {
        return practiceOfNumber(adjustment.identifier())
                .or(() -> provider(adjustment.providerId()))
                .orElse(payee);
    }

    /** Payers put the claim's number alone into PLB03-2, or several numbers with blanks between them. */
    private Optional<String> practiceOfNumber(String identifier) {
        String whole = practiceByNumber.get(identifier.strip());
        if (whole != null) {
            return Optional.of(whole).filter(practice -> !practice.equals(SEVERAL));
        }
        for (String word : identifier.strip().split(" +")) {
            String practice = practiceByNumber.get(word);
            if (practice != null && !practice.equals(SEVERAL)) {
                return Optional.of(practice);
            }
        }
        return Optional.empty();
    }

    private Optional<String> provider(String id) {
        return id.isBlank() ? Optional.empty() : practiceOfProvider.apply(id.strip());
    }

    /** A payment whose payee is nobody's, but which pays one practice only, can owe its adjustments to nobody else. */
    private String payee() {
        return provider(header.payeeNpi())
                .or(() -> provider(header.payeeTaxId()))
                .orElseGet(() -> sums.size() == 1 ? sums.keySet().iterator().next() : UNALLOCATED);
    }

    private static SplitPart part(String practice, Sum sum) {
        Money amount = sum.paid;
        for (ProviderAdjustment adjustment : sum.providerAdjustments) {
            amount = amount.minus(adjustment.amount());
        }
        return new SplitPart(practice, sum.claims, sum.paid, sum.providerAdjustments, amount);
    }

    private void requireWhole(List<SplitPart> parts) {
        Money sum = Money.ZERO;
        for (SplitPart part : parts) {
            sum = sum.plus(part.amount());
        }
        if (!sum.equals(header.amount())) {
            throw new IllegalStateException("the parts of a payment do not add up to it");
        }
    }

    /** Splits a payment held whole in memory. */
    public static Result of(
            Remittance remittance,
            Function<ClaimPayment, Optional<String>> practiceOfClaim,
            Function<String, Optional<String>> practiceOfProvider) {
        RemittanceSplit split = new RemittanceSplit(remittance.header(), practiceOfClaim, practiceOfProvider);
        remittance.claims().forEach(split::add);
        return split.close(remittance.providerAdjustments());
    }
}
