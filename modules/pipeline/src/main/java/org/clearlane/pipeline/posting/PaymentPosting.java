package org.clearlane.pipeline.posting;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.clearlane.model.Money;
import org.clearlane.model.directory.PayerProfile.UnbalancedAllowance;
import org.clearlane.model.remittance.ClaimPayment;
import org.clearlane.model.remittance.Fact;
import org.clearlane.model.remittance.PaymentHeader;
import org.clearlane.model.remittance.ProviderAdjustment;
import org.clearlane.pipeline.posting.PostRemittances.Surroundings;
import org.clearlane.remittance.BalanceProof;
import org.clearlane.remittance.RemittanceKey;
import org.clearlane.remittance.RemittanceSplit;
import org.clearlane.remittance.RemittanceStanding;
import org.clearlane.remittance.SplitPart;
import org.clearlane.store.ledger.Ledger.Tx;
import org.clearlane.store.ledger.PracticeRemittances;
import org.clearlane.store.ledger.RemittanceLedger;
import org.clearlane.store.ledger.RemittanceLedger.NamedClaim;
import org.clearlane.store.ledger.Worklist;
import org.clearlane.store.webhooks.WebhookEvents;
import org.clearlane.store.webhooks.WebhookType;
import org.clearlane.transactions.t835.ClaimGroup;
import org.clearlane.transactions.t835.RemittanceHead;

/** One payment on its way into the books: its head, then its claims in rounds, then its provider adjustments and parts. */
final class PaymentPosting {

    private static final int ROUND = 500;

    /**
     * A payment that was entered.
     *
     * @param id our number of it, {@code era_…}
     * @param claims how many claims it has
     * @param parts what each practice has of it; none where it does not count
     * @param payees whom each part names as its payee, by practice
     */
    record Shared(String id, long claims, List<SplitPart> parts, Map<String, ClaimRound.Payee> payees) {

        /** A payment that was passed over. */
        static final Shared NONE = new Shared("", 0, List.of(), Map.of());
    }

    /** How many claims of a payment are one practice's, and what they are paid. */
    private record OwnClaims(int claims, Money paid) {

        static final OwnClaims NONE = new OwnClaims(0, Money.ZERO);

        OwnClaims and(Money more) {
            return new OwnClaims(claims + 1, paid.plus(more));
        }
    }

    private final Surroundings around;
    private final Tx tx;
    private final PaymentHeader header;
    private final Assessment.Assessed assessed;
    private final String id;
    private final RemittanceStanding standing;
    private final List<ClaimRound.Waiting> waiting = new ArrayList<>();
    private final Map<String, NamedClaim> named = new HashMap<>();
    private final Map<String, OwnClaims> ownClaims = new TreeMap<>();
    private final ClaimRound round;
    private RemittanceSplit split;
    private String summedProvider = "";
    private int claims;

    private PaymentPosting(
            Surroundings around,
            RemittanceHead head,
            Assessment.Assessed assessed,
            String id,
            RemittanceStanding standing)
            throws SQLException {
        this.around = around;
        this.tx = around.tx();
        this.header = head.payment();
        this.assessed = assessed;
        this.id = id;
        this.standing = standing;
        this.round = new ClaimRound(around, header, id, standing);
    }

    /** Decides about the payment as a whole and enters it. */
    static PaymentPosting begin(Surroundings around, int ordinal, RemittanceHead head, Assessment.Assessed assessed)
            throws SQLException {
        Tx tx = around.tx();
        Map<RemittanceKey, String> known = known(tx, assessed.key());
        RemittanceStanding standing = RemittanceStanding.of(
                assessed.readable(),
                assessed.verdict(),
                assessed.key(),
                known.keySet(),
                around.allowance().isPresent());
        PaymentPosting posting =
                new PaymentPosting(around, head, assessed, tx.ids().next("era_"), standing);
        posting.enter(ordinal, Fact.first(head.detail().dates(), "405"), known);
        posting.nameClaims();
        posting.split = new RemittanceSplit(
                head.payment(),
                assessed.providerAdjustments(),
                standing instanceof RemittanceStanding.Allowed,
                number -> PayeePractice.ofAny(around.profiles(), number),
                posting.practiceOfNamed());
        return posting;
    }

    private static Map<RemittanceKey, String> known(Tx tx, RemittanceKey key) throws SQLException {
        Map<RemittanceKey, String> known = new HashMap<>();
        for (RemittanceLedger.KnownKey each : RemittanceLedger.keys(tx, key.trace(), key.print())) {
            known.put(new RemittanceKey(each.payer(), each.trace(), each.amount(), each.print()), each.remittanceId());
        }
        return known;
    }

    private void enter(int ordinal, String producedOn, Map<RemittanceKey, String> known) throws SQLException {
        String state;
        String problem = null;
        String duplicateOf = null;
        Money difference = Money.ZERO;
        switch (standing) {
            case RemittanceStanding.Good ignored -> state = "POSTED";
            case RemittanceStanding.Allowed allowed -> {
                state = "POSTED";
                difference = allowed.proof().difference();
            }
            case RemittanceStanding.Duplicate duplicate -> {
                state = "DUPLICATE";
                duplicateOf = known.get(duplicate.of());
            }
            case RemittanceStanding.DuplicateWithOtherContent duplicate -> {
                state = "DUPLICATE";
                duplicateOf = known.get(duplicate.of());
                problem = "the same trace, payer and amount as " + duplicateOf + ", but other claims";
            }
            case RemittanceStanding.DuplicateUnderOtherTrace duplicate -> {
                state = "DUPLICATE";
                duplicateOf = known.get(duplicate.of());
                problem = "the very same claims as " + duplicateOf + ", but under another trace";
            }
            case RemittanceStanding.OutOfBalance off -> {
                state = "UNBALANCED";
                difference = off.by();
                problem = "out of balance by " + off.by() + " at the level of the "
                        + off.proof().level().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            }
            case RemittanceStanding.Unreadable ignored -> {
                state = "UNREADABLE";
                problem = "an amount cannot be read, or the set is cut short";
            }
        }
        RemittanceLedger.enter(
                tx,
                new RemittanceLedger.Entry(
                        id,
                        around.answer().id(),
                        ordinal,
                        producedOn,
                        around.answer().payerId(),
                        state,
                        assessed.verdict().paid(),
                        assessed.providerAdjusted(),
                        difference,
                        problem,
                        duplicateOf,
                        around.acceptedFrom()),
                header);
        balances();
        if (standing.counts()) {
            RemittanceKey key = assessed.key();
            RemittanceLedger.key(
                    tx, new RemittanceLedger.KnownKey(key.payer(), key.trace(), key.amount(), key.print(), id));
        }
        if (standing instanceof RemittanceStanding.Allowed allowed) {
            UnbalancedAllowance by = around.allowance().orElseThrow();
            RemittanceLedger.allowed(
                    tx,
                    id,
                    by.by(),
                    by.reason(),
                    "decided " + by.since() + "; " + assessed.verdict().brokenCount()
                            + " balances do not hold, the first: "
                            + allowed.proof().level() + " off by "
                            + allowed.proof().difference());
        }
        if (problem != null) {
            Optional<String> practice = PayeePractice.of(around.profiles(), header.payeeNpi(), header.payeeTaxId());
            if (practice.isPresent() && duplicateOf == null) {
                WebhookEvents.note(
                        tx,
                        WebhookType.ERA_UNBALANCED,
                        practice.get(),
                        id,
                        around.answer().id());
            }
            Worklist.put(
                    tx,
                    Worklist.Kind.UNBALANCED_REMITTANCE,
                    id,
                    practice.orElse(null),
                    around.answer().payerId(),
                    "A remittance is held whole: " + problem,
                    header.amount());
        }
    }

    /** The payment's own balance, those of its providers, and each that does not hold. */
    private void balances() throws SQLException {
        int ordinal = 0;
        Set<BalanceProof> told = new HashSet<>();
        List<BalanceProof> proofs = new ArrayList<>();
        proofs.add(assessed.verdict().transaction());
        proofs.addAll(assessed.verdict().summaries());
        proofs.addAll(assessed.verdict().broken());
        for (BalanceProof proof : proofs) {
            if (told.add(proof)) {
                RemittanceLedger.balance(
                        tx,
                        id,
                        ++ordinal,
                        proof.level().name(),
                        proof.subject(),
                        proof.inWords(),
                        proof.difference(),
                        proof.binding());
            }
        }
    }

    /** Claims of earlier payments that a provider adjustment names: what is taken back was mostly paid before. */
    private void nameClaims() throws SQLException {
        Set<String> numbers = new HashSet<>();
        for (ProviderAdjustment adjustment : assessed.providerAdjustments()) {
            numbers.addAll(words(adjustment));
        }
        Set<String> several = new HashSet<>();
        if (!numbers.isEmpty()) {
            for (NamedClaim claim : RemittanceLedger.named(tx, around.answer().payerId(), numbers)) {
                NamedClaim other = named.putIfAbsent(claim.payerControlNumber(), claim);
                if (other != null && !other.claimId().equals(claim.claimId())) {
                    several.add(claim.payerControlNumber());
                }
            }
        }
        named.keySet().removeAll(several);
    }

    private static List<String> words(ProviderAdjustment adjustment) {
        List<String> words = new ArrayList<>();
        String whole = adjustment.identifier().strip();
        if (!whole.isEmpty()) {
            words.add(whole);
            for (String word : whole.split(" +")) {
                words.add(word);
            }
        }
        return words;
    }

    private Optional<NamedClaim> claimNamedBy(ProviderAdjustment adjustment) {
        return words(adjustment).stream()
                .map(named::get)
                .filter(claim -> claim != null)
                .findFirst();
    }

    private Function<ProviderAdjustment, Optional<String>> practiceOfNamed() {
        return adjustment -> claimNamedBy(adjustment).map(NamedClaim::practiceId);
    }

    void group(ClaimGroup group) {
        summedProvider = group.summary().map(summary -> summary.providerId()).orElse("");
    }

    void claim(ClaimPayment claim) throws SQLException {
        waiting.add(new ClaimRound.Waiting(claim, summedProvider));
        if (waiting.size() >= ROUND) {
            flush();
        }
    }

    private void flush() throws SQLException {
        List<String> owners = round.post(waiting, claims + 1);
        for (int i = 0; i < owners.size(); i++) {
            ClaimPayment payment = waiting.get(i).payment();
            if (owners.get(i) != null) {
                ownClaims.merge(
                        owners.get(i), OwnClaims.NONE.and(payment.paid()), (before, one) -> before.and(payment.paid()));
            }
            if (standing.counts()) {
                split.add(payment, Optional.ofNullable(owners.get(i)));
            }
        }
        claims += waiting.size();
        waiting.clear();
    }

    /** The claims are in; the rest of the payment follows. */
    Shared close() throws SQLException {
        flush();
        PayeePractice.of(around.profiles(), header.payeeNpi(), header.payeeTaxId())
                .ifPresent(payee -> ownClaims.putIfAbsent(payee, OwnClaims.NONE));
        if (!standing.counts()) {
            for (Map.Entry<String, OwnClaims> own : ownClaims.entrySet()) {
                readableBy(own.getKey(), own.getValue().paid());
            }
            return new Shared(id, claims, List.of(), Map.of());
        }
        if (!(split.close() instanceof RemittanceSplit.Parts shared)) {
            throw new IllegalStateException("a balanced remittance could not be shared out");
        }
        // Claims of this payment itself may be named too, and are known only now.
        nameClaims();
        int ordinal = 0;
        for (SplitPart part : shared.parts()) {
            String practice = part.practiceId().equals(RemittanceSplit.UNALLOCATED) ? null : part.practiceId();
            Money provider = Money.ZERO;
            for (ProviderAdjustment adjustment : part.providerAdjustments()) {
                provider = provider.plus(adjustment.amount());
                RemittanceLedger.providerAdjustment(
                        tx,
                        id,
                        ++ordinal,
                        practice,
                        claimNamedBy(adjustment).map(NamedClaim::claimId).orElse(null),
                        adjustment);
            }
            RemittanceLedger.part(tx, id, practice, part.amount(), part.claimsPaid(), provider);
            if (practice != null) {
                readableBy(practice, part.amount());
            }
            if (practice == null) {
                Worklist.put(
                        tx,
                        Worklist.Kind.UNMATCHED_PAYMENT,
                        id,
                        null,
                        around.answer().payerId(),
                        part.unexplained().isZero()
                                ? "Part of this remittance belongs to no practice we know"
                                : "Part of this remittance belongs to no practice we know; " + part.unexplained()
                                        + " of it nothing in the remittance explains",
                        part.amount());
            }
        }
        return new Shared(id, claims, shared.parts(), round.payees());
    }

    private void readableBy(String practice, Money own) throws SQLException {
        int ownCount = ownClaims.getOrDefault(practice, OwnClaims.NONE).claims();
        PracticeRemittances.show(tx, practice, id, own, ownCount, claims);
    }
}
