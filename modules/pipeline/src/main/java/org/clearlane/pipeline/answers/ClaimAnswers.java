package org.clearlane.pipeline.answers;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clearlane.model.ledger.ClaimState;
import org.clearlane.model.ledger.Lifecycle;
import org.clearlane.pipeline.dispatch.HandedOver;
import org.clearlane.store.ledger.AnswerLedger;
import org.clearlane.store.ledger.AnswerLedger.Item;
import org.clearlane.store.ledger.AnswerLedger.KnownClaim;
import org.clearlane.store.ledger.AnswerLedger.Outcome;
import org.clearlane.store.ledger.ClaimEntry;
import org.clearlane.store.ledger.ClaimEvidence;
import org.clearlane.store.ledger.ClaimMoves;
import org.clearlane.store.ledger.Ledger.Tx;
import org.clearlane.store.ledger.OutboundLedger;
import org.clearlane.store.ledger.OutboundLedger.Interchange;
import org.clearlane.transactions.t277ca.ClaimAnswer;
import org.clearlane.transactions.t277ca.ClaimStatusAnswer;
import org.clearlane.transactions.t277ca.ClaimStatusBatch;

/**
 * Applies what payers say of claims in a 277CA, slice by slice. A claim is found by our own number where the payer gives
 * it back, else by the practice's number with charge and batch. A receipt is evidence and never an acceptance; a claim
 * never goes back to knowing less. Not safe for use by several threads.
 */
final class ClaimAnswers {

    private static final int SLICE = 500;

    private final Tx tx;
    private final AnswerLedger.Answer answer;
    private final Statements statements;
    private final PracticeStatusReport report;
    private final RefusedBatch refused;
    private final List<Heard> slice = new ArrayList<>();

    private record Heard(ClaimStatusBatch batch, ClaimStatusAnswer claim) {}

    ClaimAnswers(
            Tx tx,
            AnswerLedger.Answer answer,
            Statements statements,
            PracticeStatusReport report,
            RefusedBatch refused) {
        this.tx = tx;
        this.answer = answer;
        this.statements = statements;
        this.report = report;
        this.refused = refused;
    }

    void claim(ClaimStatusBatch batch, ClaimStatusAnswer claim) throws SQLException {
        slice.add(new Heard(batch, claim));
        if (slice.size() == SLICE) {
            flush();
        }
    }

    /** A batch without a claim below it speaks for all its claims. */
    void batchEnded(ClaimStatusBatch batch, long claims) throws SQLException {
        if (claims > 0) {
            return;
        }
        String statement = codes(batch.statuses().stream()
                .map(entry -> entry.status().toString())
                .toList());
        Optional<String[]> set = ClaimEvidence.setOfBatch(tx, answer.payerId(), batch.batchNumber());
        if (set.isEmpty()) {
            statements.unmatched("277CA", batch.batchNumber(), statement, "no batch of ours has this number", null);
            return;
        }
        String outboundId = set.get()[0];
        prove(Set.of(outboundId), statement);
        int moved = 0;
        if (batch.answer() == ClaimAnswer.REJECTED) {
            for (ClaimState from : ClaimState.values()) {
                if (Lifecycle.allows(from, ClaimState.PAYER_REJECTED)) {
                    moved += ClaimMoves.moveAllOfSet(
                            tx, outboundId, set.get()[1], from, ClaimState.PAYER_REJECTED, reason(statement));
                }
            }
        }
        if (moved > 0) {
            refused.tell(
                    outboundId,
                    "TRN02 " + batch.batchNumber(),
                    ClaimState.PAYER_REJECTED,
                    statement,
                    report.words(batch.statuses()));
        }
        statements.made(new Item(
                "277CA",
                batch.batchNumber(),
                statement,
                moved > 0 ? Outcome.APPLIED : Outcome.KNOWN,
                null,
                outboundId,
                null));
    }

    void flush() throws SQLException {
        if (slice.isEmpty()) {
            return;
        }
        Map<Heard, KnownClaim> matched = match();
        prove(matched.values().stream().map(KnownClaim::outboundId).collect(Collectors.toSet()), "277CA");
        Map<String, ClaimState> states = currentStates(matched);
        Set<String> said = ClaimEvidence.said(tx, List.copyOf(states.keySet()), "277CA");
        List<ClaimMoves.Move> moves = new ArrayList<>();
        Set<String> moving = new HashSet<>();
        Set<String> rejected = new HashSet<>();
        for (Heard heard : slice) {
            KnownClaim claim = matched.get(heard);
            String statement = statement(heard);
            if (claim == null) {
                statements.unmatched(
                        "277CA",
                        heard.claim().patientControlNumber(),
                        statement,
                        "no claim sent to this payer has these numbers",
                        heard.claim().charge());
                continue;
            }
            if (!moving.add(claim.id())) {
                ClaimMoves.move(tx, moves, reason(""));
                moves.clear();
                moving.clear();
                moving.add(claim.id());
            }
            ClaimState from = states.get(claim.id());
            ClaimState to = target(heard.claim().answer(), from);
            boolean isNews = to != from || said.add(claim.id() + " " + statement);
            if (isNews) {
                said.add(claim.id() + " " + statement);
                moves.add(new ClaimMoves.Move(claim.id(), from, to, statement));
                states.put(claim.id(), to);
                report.add(claim, heard.batch(), heard.claim());
            }
            if (to == ClaimState.PAYER_REJECTED && from != to) {
                rejected.add(claim.id());
            }
            statements.made(new Item(
                    "277CA",
                    heard.claim().patientControlNumber(),
                    statement,
                    isNews ? Outcome.APPLIED : Outcome.KNOWN,
                    claim.id(),
                    claim.outboundId(),
                    claim.practiceId()));
        }
        ClaimMoves.move(tx, moves, reason(""));
        // A refused claim may be mended and handed in again under the same number.
        ClaimEntry.release(tx, rejected);
        slice.clear();
    }

    private static ClaimState target(ClaimAnswer answer, ClaimState from) {
        ClaimState wanted =
                switch (answer) {
                    case ACCEPTED -> ClaimState.PAYER_ACCEPTED;
                    case REJECTED -> ClaimState.PAYER_REJECTED;
                    case RECEIVED, OTHER -> from;
                };
        return Lifecycle.allows(from, wanted) ? wanted : from;
    }

    private Map<Heard, KnownClaim> match() throws SQLException {
        List<String> ownNumbers = slice.stream()
                .map(heard -> heard.claim().houseClaimNumber())
                .filter(number -> !number.isBlank())
                .map(number -> "clm_" + number.strip())
                .toList();
        Map<String, KnownClaim> byId = AnswerLedger.byId(tx, answer.payerId(), ownNumbers);
        Map<Heard, KnownClaim> matched = new HashMap<>();
        List<Heard> rest = new ArrayList<>();
        for (Heard heard : slice) {
            KnownClaim claim =
                    byId.get("clm_" + heard.claim().houseClaimNumber().strip());
            if (claim != null) {
                matched.put(heard, claim);
            } else {
                rest.add(heard);
            }
        }
        if (!rest.isEmpty()) {
            matchByNumber(rest, matched);
        }
        return matched;
    }

    private void matchByNumber(List<Heard> rest, Map<Heard, KnownClaim> matched) throws SQLException {
        Map<String, List<KnownClaim>> byNumber = AnswerLedger.byNumber(
                        tx,
                        answer.payerId(),
                        rest.stream()
                                .map(heard -> heard.claim().patientControlNumber())
                                .toList())
                .stream()
                .collect(Collectors.groupingBy(KnownClaim::patientControlNumber));
        for (Heard heard : rest) {
            List<KnownClaim> fitting = new ArrayList<>();
            for (KnownClaim claim : byNumber.getOrDefault(heard.claim().patientControlNumber(), List.of())) {
                boolean chargeFits =
                        heard.claim().charge() == null || heard.claim().charge().cents() == claim.chargeCents();
                if (chargeFits) {
                    fitting.add(claim);
                }
            }
            if (fitting.size() > 1) {
                Optional<String[]> set = ClaimEvidence.setOfBatch(
                        tx, answer.payerId(), heard.batch().batchNumber());
                set.ifPresent(found -> fitting.removeIf(claim -> !found[0].equals(claim.outboundId())));
            }
            if (fitting.size() == 1) {
                matched.put(heard, fitting.getFirst());
            }
        }
    }

    /** Speaking of a claim proves that the payer has the interchange it travelled in. */
    private void prove(Set<String> outboundIds, String statement) throws SQLException {
        for (Interchange interchange : OutboundLedger.lockAll(tx, outboundIds)) {
            HandedOver.proven(tx, interchange, statement + " in " + answer.id());
        }
    }

    private Map<String, ClaimState> currentStates(Map<Heard, KnownClaim> matched) throws SQLException {
        List<String> ids =
                matched.values().stream().map(KnownClaim::id).distinct().toList();
        Map<String, ClaimState> states = new HashMap<>();
        AnswerLedger.byId(tx, answer.payerId(), ids).forEach((id, claim) -> states.put(id, claim.state()));
        return states;
    }

    private static String statement(Heard heard) {
        return codes(heard.claim().statuses().stream()
                .map(entry -> entry.status().toString())
                .toList());
    }

    private static String codes(List<String> statuses) {
        return String.join(" ", statuses);
    }

    private ClaimMoves.Reason reason(String detail) {
        return new ClaimMoves.Reason("277CA", answer.payerId(), answer.id(), detail);
    }
}
