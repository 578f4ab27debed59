package org.clearlane.remittance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.clearlane.model.Money;
import org.clearlane.model.remittance.ClaimPayment;
import org.clearlane.model.remittance.PaymentHeader;
import org.clearlane.model.remittance.ProviderAdjustment;
import org.clearlane.model.remittance.Remittance;

/**
 * Shares one payment out among practices. {@link #add} is told for each claim whose it is; {@link #close} gives each
 * provider adjustment to the practice whose claim it names (PLB03-2), in this payment or, for what is taken back, in an
 * earlier one, else to the practice whose provider it names (PLB01),
 * else to the payee's, else leaves it {@link #UNALLOCATED}: money whose owner is not certain is never guessed at.
 *
 * <p>The parts add up to the original to the cent, in CLP04, PLB and BPR02, or there are no parts. Memory does not grow
 * with the number of claims: of their numbers only those are kept that some PLB names, which is why the provider
 * adjustments are told first. For one payment and one thread.
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
    private final List<ProviderAdjustment> providerAdjustments;
    private final boolean allowUnbalanced;
    private final Set<String> asked = new HashSet<>();
    private final Function<String, Optional<String>> practiceOfProvider;
    private final Function<ProviderAdjustment, Optional<String>> practiceOfEarlier;
    private final Map<String, Sum> sums = new LinkedHashMap<>();
    private final Map<String, String> practiceByNumber = new HashMap<>();
    private final RemittanceBalance balance;

    private static final class Sum {
        long claims;
        Money paid = Money.ZERO;
        final List<ProviderAdjustment> providerAdjustments = new ArrayList<>();
    }

    /**
     * @param providerAdjustments all PLB of the payment
     * @param allowUnbalanced whether a payment that does not add up is shared out all the same; what is left over then
     *     belongs to nobody
     * @param practiceOfProvider the practice of an NPI, tax number or payer's provider number; empty when not known or
     *     shared
     * @param practiceOfEarlier the practice whose claim of an earlier payment an adjustment names; empty when none
     */
    public RemittanceSplit(
            PaymentHeader header,
            List<ProviderAdjustment> providerAdjustments,
            boolean allowUnbalanced,
            Function<String, Optional<String>> practiceOfProvider,
            Function<ProviderAdjustment, Optional<String>> practiceOfEarlier) {
        this.header = header;
        this.providerAdjustments = List.copyOf(providerAdjustments);
        this.allowUnbalanced = allowUnbalanced;
        for (ProviderAdjustment adjustment : providerAdjustments) {
            String identifier = adjustment.identifier().strip();
            asked.add(identifier);
            asked.addAll(List.of(identifier.split(" +")));
        }
        this.practiceOfProvider = practiceOfProvider;
        this.practiceOfEarlier = practiceOfEarlier;
        this.balance = new RemittanceBalance(header);
    }

    /**
     * One claim of the payment.
     *
     * @param owner whose it is, by the ledger's match, else by payee, rendering or billing provider; empty when not known
     */
    public void add(ClaimPayment claim, Optional<String> owner) {
        balance.add(claim);
        String practice = owner.orElse(UNALLOCATED);
        Sum sum = sums.computeIfAbsent(practice, unused -> new Sum());
        sum.claims++;
        sum.paid = sum.paid.plus(claim.paid());
        remember(claim.patientControlNumber(), practice);
        remember(claim.payerControlNumber(), practice);
    }

    private void remember(String number, String practice) {
        String bare = number.strip();
        if (!bare.isEmpty() && asked.contains(bare)) {
            practiceByNumber.merge(bare, practice, (one, other) -> one.equals(other) ? one : SEVERAL);
        }
    }

    /** All claims were told: the parts, or why there are none. */
    public Result close() {
        BalanceProof proof = balance.close(providerAdjustments).transaction();
        if (proof.isBroken() && !allowUnbalanced) {
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
        // What is claimed to be paid and what is paid: the difference with its sign turned is nobody's.
        Money unexplained = proof.difference().negated();
        if (!unexplained.isZero()) {
            sums.computeIfAbsent(UNALLOCATED, unused -> new Sum());
        }
        List<SplitPart> parts = new ArrayList<>(sums.size());
        sums.forEach((practice, sum) ->
                parts.add(part(practice, sum, practice.equals(UNALLOCATED) ? unexplained : Money.ZERO)));
        requireWhole(parts);
        return new Parts(parts);
    }

    private String owner(ProviderAdjustment adjustment, String payee) {
        return practiceOfNumber(adjustment.identifier())
                .or(() -> practiceOfEarlier.apply(adjustment))
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

    private static SplitPart part(String practice, Sum sum, Money unexplained) {
        Money amount = sum.paid.plus(unexplained);
        for (ProviderAdjustment adjustment : sum.providerAdjustments) {
            amount = amount.minus(adjustment.amount());
        }
        return new SplitPart(practice, sum.claims, sum.paid, sum.providerAdjustments, unexplained, amount);
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
        RemittanceSplit split = new RemittanceSplit(
                remittance.header(),
                remittance.providerAdjustments(),
                false,
                practiceOfProvider,
                adjustment -> Optional.empty());
        remittance.claims().forEach(claim -> split.add(claim, practiceOfClaim.apply(claim)));
        return split.close();
    }
}
