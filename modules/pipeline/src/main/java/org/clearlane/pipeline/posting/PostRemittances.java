package org.clearlane.pipeline.posting;

import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clearlane.model.Money;
import org.clearlane.model.ledger.ClaimState;
import org.clearlane.model.remittance.ClaimPayment;
import org.clearlane.model.remittance.PaymentHeader;
import org.clearlane.model.remittance.ProviderAdjustment;
import org.clearlane.pipeline.dispatch.HandedOver;
import org.clearlane.profiles.Profiles;
import org.clearlane.remittance.ClaimMatch;
import org.clearlane.remittance.LedgerClaim;
import org.clearlane.remittance.MatchResult;
import org.clearlane.remittance.PostedPayment;
import org.clearlane.remittance.Posting;
import org.clearlane.remittance.PostingDecision;
import org.clearlane.remittance.RemittanceBalance;
import org.clearlane.remittance.RemittanceKey;
import org.clearlane.remittance.RemittancePrint;
import org.clearlane.remittance.RemittanceStanding;
import org.clearlane.remittance.RemittanceVerdict;
import org.clearlane.store.ledger.AnswerLedger;
import org.clearlane.store.ledger.AnswerLedger.Item;
import org.clearlane.store.ledger.AnswerLedger.KnownClaim;
import org.clearlane.store.ledger.AnswerLedger.Outcome;
import org.clearlane.store.ledger.ClaimMoves;
import org.clearlane.store.ledger.Ledger.Tx;
import org.clearlane.store.ledger.OutboundLedger;
import org.clearlane.store.ledger.OutboundLedger.Interchange;
import org.clearlane.store.ledger.RemittanceLedger;
import org.clearlane.store.ledger.Worklist;
import org.clearlane.transactions.t835.ClaimGroup;
import org.clearlane.transactions.t835.RemittanceDocument;
import org.clearlane.transactions.t835.RemittanceReader;

/**
 * Posts the 835s of one answer. A payment is posted whole or held whole: it must be readable, new, and balanced in every
 * sense before one cent of it counts. Claims it pays that we cannot place stay visible as unmatched money.
 */
public final class PostRemittances {

    /** Where statements and their fate are written down. */
    public interface Statements {
        void made(Item item) throws SQLException;

        void unmatched(String reference, String statement, String why, Money amount) throws SQLException;
    }

    private final Profiles profiles;
    private final PracticeParts parts;

    public PostRemittances(Profiles profiles, PracticeParts parts) {
        this.profiles = profiles;
        this.parts = parts;
    }

    /** Posts every 835 in these bytes. */
    public void post(Tx tx, AnswerLedger.Answer answer, Statements statements, InputStream bytes)
            throws SQLException, IOException {
        RemittanceLedger.lockPayer(tx, answer.payerId());
        for (RemittanceDocument document : RemittanceReader.readAll(bytes).documents()) {
            new OnePayment(tx, answer, statements, document).post();
        }
    }

    private final class OnePayment {

        private final Tx tx;
        private final AnswerLedger.Answer answer;
        private final Statements statements;
        private final RemittanceDocument document;
        private final PaymentHeader header;
        private final String id;

        OnePayment(Tx tx, AnswerLedger.Answer answer, Statements statements, RemittanceDocument document) {
            this.tx = tx;
            this.answer = answer;
            this.statements = statements;
            this.document = document;
            this.header = document.head().payment();
            this.id = tx.ids().next("era_");
        }

        void post() throws SQLException, IOException {
            RemittanceVerdict verdict = verdict();
            RemittanceKey key = RemittanceKey.of(header, print());
            Map<RemittanceKey, String> known = known(key.trace());
            RemittanceStanding standing = RemittanceStanding.of(document.isReadable(), verdict, key, known.keySet());
            enter(standing, verdict, known);
            if (standing instanceof RemittanceStanding.Good) {
                RemittanceLedger.key(
                        tx, new RemittanceLedger.KnownKey(key.payer(), key.trace(), key.amount(), key.print(), id));
            }
            Map<Integer, String> practiceByOrdinal = claims(standing);
            if (standing instanceof RemittanceStanding.Good) {
                parts.share(tx, answer, id, document, practiceByOrdinal);
            }
        }

        private RemittanceVerdict verdict() {
            RemittanceBalance balance = new RemittanceBalance(header);
            for (RemittanceDocument.Group group : document.groups()) {
                balance.summary(Optional.ofNullable(group.head()).flatMap(ClaimGroup::summary));
                group.claims().forEach(balance::add);
            }
            return balance.close(document.providerAdjustments());
        }

        private String print() {
            RemittancePrint print = new RemittancePrint();
            document.claims().forEach(print::add);
            document.providerAdjustments().forEach(print::add);
            return print.value();
        }

        private Map<RemittanceKey, String> known(String trace) throws SQLException {
            Map<RemittanceKey, String> known = new HashMap<>();
            for (RemittanceLedger.KnownKey key : RemittanceLedger.keys(tx, trace)) {
                known.put(new RemittanceKey(key.payer(), key.trace(), key.amount(), key.print()), key.remittanceId());
            }
            return known;
        }

        private void enter(RemittanceStanding standing, RemittanceVerdict verdict, Map<RemittanceKey, String> known)
                throws SQLException {
            String state;
            String problem = null;
            String duplicateOf = null;
            Money difference = Money.ZERO;
            switch (standing) {
                case RemittanceStanding.Good ignored -> state = "POSTED";
                case RemittanceStanding.Duplicate duplicate -> {
                    state = "DUPLICATE";
                    duplicateOf = known.get(duplicate.of());
                }
                case RemittanceStanding.DuplicateWithOtherContent duplicate -> {
                    state = "DUPLICATE";
                    duplicateOf = known.get(duplicate.of());
                    problem = "the same trace, payer and amount as " + duplicateOf + ", but other claims";
                }
                case RemittanceStanding.OutOfBalance off -> {
                    state = "UNBALANCED";
                    difference = off.by();
                    problem = "out of balance by " + off.by() + " at the level of the "
                            + off.proof().level().name().toLowerCase(java.util.Locale.ROOT);
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
                            answer.id(),
                            answer.payerId(),
                            state,
                            verdict.paid(),
                            providerAdjusted(),
                            difference,
                            problem,
                            duplicateOf),
                    header);
            if (problem != null) {
                Worklist.put(
                        tx,
                        Worklist.Kind.UNBALANCED_REMITTANCE,
                        id,
                        null,
                        answer.payerId(),
                        "A remittance is held whole: " + problem,
                        header.amount());
            }
        }

        private Money providerAdjusted() {
            Money sum = Money.ZERO;
            for (ProviderAdjustment adjustment : document.providerAdjustments()) {
                sum = sum.plus(adjustment.amount());
            }
            return sum;
        }

        /** Decides about every claim of the payment; whose each is, by its place. */
        private Map<Integer, String> claims(RemittanceStanding standing) throws SQLException {
            Map<String, List<KnownClaim>> candidates = candidates();
            prove(candidates);
            Map<String, ClaimState> states = new HashMap<>();
            Map<String, List<PostedPayment>> earlier = earlier(candidates);
            Map<Integer, String> practices = new HashMap<>();
            int ordinal = 0;
            for (ClaimPayment payment : document.claims()) {
                ordinal++;
                MatchResult match = ClaimMatch.match(
                        payment,
                        header,
                        Set.of(answer.payerId()),
                        candidates.getOrDefault(payment.patientControlNumber(), List.of()).stream()
                                .map(claim -> ledgerClaim(claim, states))
                                .toList());
                List<PostedPayment> before = match instanceof MatchResult.Matched matched
                        ? earlier.computeIfAbsent(matched.claimId(), unused -> new ArrayList<>())
                        : List.of();
                PostingDecision decision = Posting.decide(standing, id, ordinal, payment, match, before);
                String practice = practiceOf(decision, candidates, payment);
                if (practice != null) {
                    practices.put(ordinal, practice);
                }
                carryOut(ordinal, payment, match, decision, practice, states);
                decision.posting().ifPresent(before::add);
            }
            return practices;
        }

        private Map<String, List<KnownClaim>> candidates() throws SQLException {
            List<String> numbers = document.claims().stream()
                    .map(ClaimPayment::patientControlNumber)
                    .distinct()
                    .toList();
            return AnswerLedger.byNumber(tx, answer.payerId(), numbers).stream()
                    .collect(Collectors.groupingBy(KnownClaim::patientControlNumber));
        }

        /** Paying a claim proves that the payer has the interchange it travelled in. */
        private void prove(Map<String, List<KnownClaim>> candidates) throws SQLException {
            Set<String> outbound = candidates.values().stream()
                    .filter(claims -> claims.size() == 1)
                    .map(claims -> claims.getFirst().outboundId())
                    .collect(Collectors.toSet());
            for (Interchange interchange : OutboundLedger.lockAll(tx, outbound)) {
                HandedOver.proven(tx, interchange, "835 in " + answer.id());
            }
            if (!outbound.isEmpty()) {
                candidates.putAll(candidates());
            }
        }

        private Map<String, List<PostedPayment>> earlier(Map<String, List<KnownClaim>> candidates) throws SQLException {
            List<String> ids = candidates.values().stream()
                    .flatMap(List::stream)
                    .map(KnownClaim::id)
                    .toList();
            Map<String, List<PostedPayment>> earlier = new HashMap<>();
            RemittanceLedger.posted(tx, ids)
                    .forEach((claimId, kept) -> earlier.put(
                            claimId,
                            kept.stream().map(OnePayment::posted).collect(Collectors.toCollection(ArrayList::new))));
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
                    Optional.ofNullable(kept.decision()).map(ClaimState::valueOf));
        }

        private LedgerClaim ledgerClaim(KnownClaim claim, Map<String, ClaimState> states) {
            return new LedgerClaim(
                    claim.id(),
                    claim.practiceId(),
                    claim.patientControlNumber(),
                    new Money(claim.chargeCents()),
                    day(claim.serviceFrom()),
                    day(claim.serviceTo()),
                    claim.billingNpi(),
                    claim.taxId(),
                    answer.payerId(),
                    states.getOrDefault(claim.id(), claim.state()),
                    List.of());
        }

        private static String day(java.time.LocalDate date) {
            return date == null ? "" : date.toString().replace("-", "");
        }

        /** Whose the money is: the matched claim's practice, else the one whose NPI or tax number is the payee. */
        private String practiceOf(
                PostingDecision decision, Map<String, List<KnownClaim>> candidates, ClaimPayment payment) {
            return decision.claimId()
                    .flatMap(claimId -> candidates.getOrDefault(payment.patientControlNumber(), List.of()).stream()
                            .filter(claim -> claim.id().equals(claimId))
                            .map(KnownClaim::practiceId)
                            .findFirst())
                    .or(() -> PayeePractice.of(profiles, header.payeeNpi(), header.payeeTaxId()))
                    .orElse(null);
        }

        private void carryOut(
                int ordinal,
                ClaimPayment payment,
                MatchResult match,
                PostingDecision decision,
                String practice,
                Map<String, ClaimState> states)
                throws SQLException {
            boolean posted = decision.outcome().isPosted();
            String claimId = decision.claimId().orElse(null);
            String name = decision.outcome().name();
            if (!name.equals("duplicate_remittance")) {
                keep(ordinal, payment, match, decision, practice, claimId);
            }
            if (posted) {
                MatchResult.Matched matched = (MatchResult.Matched) match;
                ClaimState from = matched.claim().state();
                ClaimState to = decision.next().orElse(from);
                ClaimMoves.move(
                        tx,
                        List.of(new ClaimMoves.Move(
                                claimId, from, to, "CLP02 " + payment.status() + " paid " + payment.paid())),
                        new ClaimMoves.Reason("835", answer.payerId(), id, ""));
                states.put(claimId, to);
                var money = decision.money().orElseThrow();
                RemittanceLedger.claimMoney(tx, claimId, money.paid(), money.patientShare());
            }
            String statement = payment.status() + " " + payment.paid();
            if (name.equals("unmatched")) {
                statements.unmatched(payment.patientControlNumber(), statement, "no claim is certain", payment.paid());
            } else {
                statements.made(new Item(
                        "835",
                        payment.patientControlNumber(),
                        statement,
                        posted ? Outcome.APPLIED : Outcome.KNOWN,
                        claimId,
                        null,
                        practice));
            }
        }

        private void keep(
                int ordinal,
                ClaimPayment payment,
                MatchResult match,
                PostingDecision decision,
                String practice,
                String claimId)
                throws SQLException {
            PostedPayment posting = decision.posting().orElse(PostedPayment.of(id, ordinal, payment));
            RemittanceLedger.claimPayment(
                    tx,
                    id,
                    ordinal,
                    payment,
                    new RemittanceLedger.Decided(
                            practice,
                            claimId,
                            posting.patientShare(),
                            posting.contractual(),
                            posting.otherAdjusted(),
                            posting.decision().map(ClaimState::name).orElse(null),
                            decision.outcome().name(),
                            decision.outcome().isPosted(),
                            match instanceof MatchResult.Matched matched
                                    ? matched.confidence() + ": " + matched.why()
                                    : ""));
        }
    }
}
