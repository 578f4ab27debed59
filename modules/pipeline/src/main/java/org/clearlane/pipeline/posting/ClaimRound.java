package org.clearlane.pipeline.posting;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clearlane.model.Money;
import org.clearlane.model.ledger.ClaimState;
import org.clearlane.model.remittance.ClaimPayment;
import org.clearlane.model.remittance.PaymentHeader;
import org.clearlane.pipeline.dispatch.HandedOver;
import org.clearlane.pipeline.posting.PostRemittances.Surroundings;
import org.clearlane.remittance.ClaimMatch;
import org.clearlane.remittance.LedgerClaim;
import org.clearlane.remittance.LedgerLine;
import org.clearlane.remittance.LineMatch;
import org.clearlane.remittance.MatchResult;
import org.clearlane.remittance.PostedPayment;
import org.clearlane.remittance.Posting;
import org.clearlane.remittance.PostingDecision;
import org.clearlane.remittance.PostingOutcome;
import org.clearlane.remittance.RemittanceStanding;
import org.clearlane.store.ledger.AnswerLedger;
import org.clearlane.store.ledger.AnswerLedger.Item;
import org.clearlane.store.ledger.AnswerLedger.KnownClaim;
import org.clearlane.store.ledger.AnswerLedger.Outcome;
import org.clearlane.store.ledger.ClaimMoves;
import org.clearlane.store.ledger.ClaimPaymentRows;
import org.clearlane.store.ledger.Ledger.Tx;
import org.clearlane.store.ledger.OutboundLedger;
import org.clearlane.store.ledger.OutboundLedger.Interchange;
import org.clearlane.store.ledger.RemittanceLedger;
import org.clearlane.store.ledger.RemittanceLedger.ClaimTotal;
import org.clearlane.store.ledger.Worklist;

/** Some hundred claims of one payment matched, decided about and entered together, with a fixed number of statements. */
final class ClaimRound {

    /**
     * A claim to be posted.
     *
     * @param summedProvider TS301 of its loop 2000, or empty
     */
    record Waiting(ClaimPayment payment, String summedProvider) {}

    /** The billing provider of the first claim that was matched for a practice. */
    record Payee(String npi, String taxId) {}

    private final Surroundings around;
    private final Tx tx;
    private final PaymentHeader header;
    private final String remittanceId;
    private final RemittanceStanding standing;
    private final ClaimPaymentRows rows;
    private final ClaimMoves.Reason reason;
    private final Set<String> proven = new HashSet<>();
    private final Map<String, Payee> payees = new HashMap<>();

    /** What this round has gathered: moves of claims each once, and what each claim's payments now come to. */
    private final Map<String, ClaimMoves.Move> moves = new LinkedHashMap<>();

    private final Map<String, ClaimTotal> totals = new HashMap<>();
    private final Map<String, ClaimState> states = new HashMap<>();

    ClaimRound(Surroundings around, PaymentHeader header, String remittanceId, RemittanceStanding standing)
            throws SQLException {
        this.around = around;
        this.tx = around.tx();
        this.header = header;
        this.remittanceId = remittanceId;
        this.standing = standing;
        this.rows = new ClaimPaymentRows(tx);
        this.reason = new ClaimMoves.Reason("835", around.answer().payerId(), remittanceId, "");
    }

    Map<String, Payee> payees() {
        return Map.copyOf(payees);
    }

    /**
     * Posts these claims of the payment.
     *
     * @param first the place of the first of them, from 1
     * @return whose each is, null where nobody's
     */
    List<String> post(List<Waiting> waiting, int first) throws SQLException {
        states.clear();
        Map<String, List<KnownClaim>> candidates = candidates(waiting);
        if (prove(candidates)) {
            candidates = candidates(waiting);
        }
        Map<String, List<PostedPayment>> earlier = earlier(candidates);
        Map<String, List<LedgerLine>> lines = around.lines().of(tx, earlier.keySet());
        List<String> owners = new ArrayList<>(waiting.size());
        int ordinal = first;
        for (Waiting each : waiting) {
            ClaimPayment payment = each.payment();
            List<KnownClaim> named = candidates.getOrDefault(payment.patientControlNumber(), List.of());
            MatchResult match = ClaimMatch.match(
                    payment,
                    header,
                    Set.of(around.answer().payerId()),
                    named.stream().map(claim -> ledgerClaim(claim, lines)).toList());
            List<PostedPayment> before =
                    match instanceof MatchResult.Matched matched ? earlier.get(matched.claimId()) : List.of();
            PostingDecision decision = Posting.decide(standing, remittanceId, ordinal, payment, match, before);
            String owner = owner(decision, named, each);
            owners.add(owner);
            boolean reversed = before.stream().anyMatch(PostedPayment::isReversal);
            carryOut(ordinal, payment, match, decision, owner, reversed);
            decision.posting().ifPresent(before::add);
            ordinal++;
        }
        flush();
        return owners;
    }

    private void flush() throws SQLException {
        moveClaims();
        RemittanceLedger.claimTotals(tx, totals.values());
        totals.clear();
        rows.flush();
    }

    private void moveClaims() throws SQLException {
        ClaimMoves.move(tx, List.copyOf(moves.values()), reason);
        moves.clear();
    }

    private Map<String, List<KnownClaim>> candidates(List<Waiting> waiting) throws SQLException {
        List<String> numbers = waiting.stream()
                .map(each -> each.payment().patientControlNumber())
                .distinct()
                .toList();
        return AnswerLedger.byNumber(tx, around.answer().payerId(), numbers).stream()
                .collect(Collectors.groupingBy(KnownClaim::patientControlNumber));
    }

    /** Paying a claim proves that the payer has the interchange it travelled in. Says whether that was news. */
    private boolean prove(Map<String, List<KnownClaim>> candidates) throws SQLException {
        Set<String> outbound = candidates.values().stream()
                .filter(claims -> claims.size() == 1)
                .map(claims -> claims.getFirst().outboundId())
                .filter(proven::add)
                .collect(Collectors.toSet());
        for (Interchange interchange : OutboundLedger.lockAll(tx, outbound)) {
            HandedOver.proven(tx, interchange, "835 in " + around.answer().id());
        }
        return !outbound.isEmpty();
    }

    private Map<String, List<PostedPayment>> earlier(Map<String, List<KnownClaim>> candidates) throws SQLException {
        Map<String, List<PostedPayment>> earlier = new HashMap<>();
        candidates.values().forEach(claims -> claims.forEach(claim -> earlier.put(claim.id(), new ArrayList<>())));
        RemittanceLedger.posted(tx, List.copyOf(earlier.keySet()))
                .forEach((claimId, kept) ->
                        kept.forEach(one -> earlier.get(claimId).add(posted(one))));
        return earlier;
    }

    private static PostedPayment posted(RemittanceLedger.Kept kept) {
        return new PostedPayment(
                kept.remittanceId(),
                kept.ordinal(),
                kept.status(),
                kept.payerControlNumber(),
                kept.charge(),
                kept.paid(),
                kept.patientShare(),
                kept.contractual(),
                kept.other(),
                kept.print(),
                Optional.ofNullable(kept.decision()).map(ClaimState::valueOf));
    }

    private LedgerClaim ledgerClaim(KnownClaim claim, Map<String, List<LedgerLine>> lines) {
        return new LedgerClaim(
                claim.id(),
                claim.practiceId(),
                claim.patientControlNumber(),
                new Money(claim.chargeCents()),
                day(claim.serviceFrom()),
                day(claim.serviceTo()),
                claim.billingNpi(),
                claim.taxId(),
                around.answer().payerId(),
                states.getOrDefault(claim.id(), claim.state()),
                lines.getOrDefault(claim.id(), List.of()));
    }

    private static String day(LocalDate date) {
        return date == null ? "" : date.toString().replace("-", "");
    }

    /** Whose the money is: the matched claim's practice, else the payee's, else that of a provider the claim names. */
    private String owner(PostingDecision decision, List<KnownClaim> named, Waiting waiting) {
        Optional<KnownClaim> matched = decision.claimId()
                .flatMap(id ->
                        named.stream().filter(claim -> claim.id().equals(id)).findFirst());
        matched.ifPresent(
                claim -> payees.putIfAbsent(claim.practiceId(), new Payee(claim.billingNpi(), claim.taxId())));
        return matched.map(KnownClaim::practiceId)
                .or(() -> PayeePractice.of(around.profiles(), header.payeeNpi(), header.payeeTaxId()))
                .or(() ->
                        PayeePractice.ofAny(around.profiles(), waiting.payment().renderingNpi()))
                .or(() -> PayeePractice.ofAny(around.profiles(), waiting.summedProvider()))
                .orElse(null);
    }

    private void carryOut(
            int ordinal,
            ClaimPayment payment,
            MatchResult match,
            PostingDecision decision,
            String owner,
            boolean reversed)
            throws SQLException {
        String claimId = decision.claimId().orElse(null);
        PostingOutcome outcome = decision.outcome();
        if (!(outcome instanceof PostingOutcome.DuplicateRemittance)) {
            keep(ordinal, payment, match, decision, owner, claimId);
        }
        String statement = payment.status() + " " + payment.paid();
        if (outcome instanceof PostingOutcome.Unmatched unmatched) {
            around.statements()
                    .unmatched(payment.patientControlNumber(), statement, unmatched.reason(), payment.paid(), owner);
            return;
        }
        if (outcome.isPosted()) {
            post((MatchResult.Matched) match, payment, decision, owner, reversed);
        } else if (outcome instanceof PostingOutcome.DuplicateClaimPayment) {
            worklist(
                    Worklist.Kind.DUPLICATE_PAYMENT,
                    remittanceId + " " + ordinal,
                    owner,
                    "A claim came " + (payment.isReversal() ? "to be taken back" : "to be paid")
                            + " in the same words as before; it was not counted again. Ask the payer which of the two is meant.",
                    payment.paid());
        }
        around.statements()
                .made(new Item(
                        "835",
                        payment.patientControlNumber(),
                        statement,
                        outcome.isPosted() ? Outcome.APPLIED : Outcome.KNOWN,
                        claimId,
                        null,
                        owner));
    }

    private void post(
            MatchResult.Matched matched, ClaimPayment payment, PostingDecision decision, String owner, boolean reversed)
            throws SQLException {
        String claimId = matched.claimId();
        ClaimState from = matched.claim().state();
        ClaimState to = decision.next().orElse(from);
        if (moves.containsKey(claimId)) {
            moveClaims();
        }
        moves.put(
                claimId,
                new ClaimMoves.Move(claimId, from, to, "CLP02 " + payment.status() + " paid " + payment.paid()));
        states.put(claimId, to);
        var money = decision.money().orElseThrow();
        totals.put(claimId, new ClaimTotal(claimId, money.paid(), money.patientShare()));
        if (money.openReversals() > 0) {
            worklist(
                    Worklist.Kind.OPEN_REVERSAL,
                    claimId,
                    owner,
                    "A payment of this claim was taken back that never came; it comes late, or another payer's books differ",
                    payment.paid());
        } else if (reversed) {
            Worklist.resolve(tx, Worklist.Kind.OPEN_REVERSAL, claimId, "the payment has come");
        }
    }

    private void worklist(Worklist.Kind kind, String subject, String owner, String message, Money amount)
            throws SQLException {
        Worklist.put(tx, kind, subject, owner, around.answer().payerId(), message, amount);
    }

    private void keep(
            int ordinal,
            ClaimPayment payment,
            MatchResult match,
            PostingDecision decision,
            String owner,
            String claimId) {
        PostedPayment posting = decision.posting().orElseGet(() -> PostedPayment.of(remittanceId, ordinal, payment));
        Optional<MatchResult.Matched> matched =
                match instanceof MatchResult.Matched found ? Optional.of(found) : Optional.empty();
        rows.add(
                remittanceId,
                ordinal,
                payment,
                new RemittanceLedger.Decided(
                        owner,
                        claimId,
                        posting.patientShare(),
                        posting.contractual(),
                        posting.otherAdjusted(),
                        posting.decision().map(ClaimState::name).orElse(null),
                        decision.outcome().name(),
                        decision.outcome().isPosted(),
                        matched.map(found -> found.confidence() + ": " + found.why())
                                .orElse(""),
                        posting.print(),
                        claimId == null ? List.of() : lines(payment, matched.orElseThrow())));
    }

    private static List<RemittanceLedger.LineOf> lines(ClaimPayment payment, MatchResult.Matched matched) {
        return LineMatch.match(payment, matched.claim().lines()).pairs().stream()
                .map(pair -> new RemittanceLedger.LineOf(
                        pair.paidLine(),
                        pair.lineNumber(),
                        pair.by().name(),
                        pair.confidence().name()))
                .toList();
    }
}
