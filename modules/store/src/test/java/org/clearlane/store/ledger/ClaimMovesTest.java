package org.clearlane.store.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;
import org.clearlane.model.claim.ClaimKind;
import org.clearlane.model.ledger.ClaimState;
import org.clearlane.store.LedgerServer;
import org.clearlane.store.Ledgers;
import org.clearlane.store.Sql;
import org.clearlane.store.archive.Archive;
import org.clearlane.store.ledger.ClaimMoves.Move;
import org.clearlane.store.ledger.ClaimMoves.Reason;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LedgerServer.class)
class ClaimMovesTest {

    private static final Reason BATCHED = new Reason("batched", "clearlane", "ich_1", "ISA13 1");
    private static final Reason SENT = new Reason("sent", "clearlane", "ich_1", "");
    private static final Reason ANSWERED = new Reason("277CA", "northwind", "ans_1", "");

    private static Ledgers ledgers;
    private static Ledger ledger;
    private static int interchanges;

    private String outbound;
    private String first;
    private String second;
    private String third;

    @BeforeAll
    static void open(Ledgers empty) {
        ledgers = empty;
        ledger = empty.ledger();
    }

    /** Three claims wait; the first two travel in set 0001 and the third in set 0002 of one interchange. */
    @BeforeEach
    void submitThreeClaims() {
        String file = ledgers.file("lakeside");
        long control = ++interchanges;
        ledger.run(tx -> {
            first = tx.ids().next("clm_");
            second = tx.ids().next("clm_");
            third = tx.ids().next("clm_");
            ClaimEntry entry = new ClaimEntry(tx, "lakeside", file);
            entry.add(
                    "set_1",
                    List.of(NewClaims.queued(first, 1), NewClaims.queued(second, 2), NewClaims.queued(third, 3)));
            entry.enterAll();
            outbound = tx.ids().next("ich_");
            Archive.Kept kept = new Archive.Kept("f".repeat(64), "f".repeat(64), 1_000);
            OutboundLedger.store(
                    tx,
                    outbound,
                    "northwind",
                    ClaimKind.PROFESSIONAL,
                    new ControlNumbers.Number(control, 0),
                    new ControlNumbers.Number(control, 0),
                    'P',
                    "n" + control,
                    UUID.randomUUID(),
                    kept,
                    3,
                    39_600);
            OutboundLedger.set(tx, outbound, "0001", outbound + "-1", 2, 26_400);
            OutboundLedger.set(tx, outbound, "0002", outbound + "-2", 1, 13_200);
            OutboundLedger.submit(
                    tx, outbound, List.of(first, second, third), List.of("0001", "0001", "0002"), List.of(10, 20, 10));
        });
    }

    @Test
    void movesEveryClaimOfAnInterchangeThatIsInTheState() {
        int moved = moveAll(ClaimState.QUEUED, ClaimState.BATCHED, BATCHED);

        assertThat(moved).isEqualTo(3);
        assertThat(List.of(state(first), state(second), state(third))).containsOnly("BATCHED");
        assertThat(moveAll(ClaimState.QUEUED, ClaimState.BATCHED, BATCHED)).isZero();
    }

    @Test
    void movesTheClaimsOfOneSetOnly() {
        moveAll(ClaimState.QUEUED, ClaimState.BATCHED, BATCHED);

        int moved = ledger.transact(tx ->
                ClaimMoves.moveAllOfSet(tx, outbound, "0001", ClaimState.BATCHED, ClaimState.REJECTED_999, ANSWERED));

        assertThat(moved).isEqualTo(2);
        assertThat(List.of(state(first), state(second), state(third)))
                .containsExactly("REJECTED_999", "REJECTED_999", "BATCHED");
    }

    @Test
    void writesAnEventForEachMoveSoThatTheHistoryIsAChain() {
        moveAll(ClaimState.QUEUED, ClaimState.BATCHED, BATCHED);
        moveAll(ClaimState.BATCHED, ClaimState.SENT, SENT);
        move(ANSWERED, new Move(first, ClaimState.SENT, ClaimState.SENT, "A1:19"));
        move(ANSWERED, new Move(first, ClaimState.SENT, ClaimState.PAYER_ACCEPTED, "A2:20:PR"));

        assertThat(events(first))
                .containsExactly(
                        "RECEIVED QUEUED judged",
                        "QUEUED BATCHED batched",
                        "BATCHED SENT sent",
                        "SENT SENT 277CA",
                        "SENT PAYER_ACCEPTED 277CA");
        assertThat(details(first)).endsWith("A1:19", "A2:20:PR");
    }

    @Test
    void keepsTheTimeOfTheStateWhereOnlyEvidenceIsAdded() {
        moveAll(ClaimState.QUEUED, ClaimState.BATCHED, BATCHED);
        Instant since = stateSince(first);
        ledgers.clock().move(Duration.ofMinutes(5));

        move(ANSWERED, new Move(first, ClaimState.BATCHED, ClaimState.BATCHED, "A1:19"));
        assertThat(stateSince(first)).isEqualTo(since);

        move(ANSWERED, new Move(first, ClaimState.BATCHED, ClaimState.SENT, ""));
        assertThat(stateSince(first)).isEqualTo(since.plus(Duration.ofMinutes(5)));
    }

    @Test
    void refusesAnIllegalMoveHoweverItIsAskedFor() {
        assertThatIllegalStateException()
                .isThrownBy(() -> moveAll(ClaimState.QUEUED, ClaimState.SENT, SENT))
                .withMessage("a claim may not go from QUEUED to SENT");
        assertThatIllegalStateException()
                .isThrownBy(() -> ledger.run(
                        tx -> ClaimMoves.moveAllOfSet(tx, outbound, "0001", ClaimState.SENT, ClaimState.QUEUED, SENT)));
        assertThatIllegalStateException()
                .isThrownBy(() -> move(SENT, new Move(first, ClaimState.QUEUED, ClaimState.PAID, "")));

        assertThat(events(first)).containsExactly("RECEIVED QUEUED judged");
        assertThat(state(first)).isEqualTo("QUEUED");
    }

    @Test
    void movesNoneOfSeveralClaimsWhenOneIsNotInTheStateItWasReadIn() {
        moveAll(ClaimState.QUEUED, ClaimState.BATCHED, BATCHED);
        move(SENT, new Move(second, ClaimState.BATCHED, ClaimState.SENT, ""));

        assertThatIllegalStateException()
                .isThrownBy(() -> move(
                        SENT,
                        new Move(first, ClaimState.BATCHED, ClaimState.SENT, ""),
                        new Move(second, ClaimState.BATCHED, ClaimState.SENT, "")))
                .withMessage("1 of 2 claims were not in the state they were read in");

        assertThat(state(first)).isEqualTo("BATCHED");
        assertThat(events(first)).hasSize(2);
    }

    @Test
    void holdsAClaimSayingWhyAndLetsAPersonSendItOn() {
        ledger.run(tx -> ClaimHolds.hold(tx, first, ClaimState.QUEUED, "cannot be written", "northwind"));
        assertThat(state(first)).isEqualTo("HELD");
        assertThat(column(first, "hold_reason")).isEqualTo("cannot be written");

        ledger.run(tx -> ClaimHolds.release(tx, first, "blue-harbor", "pat"));

        assertThat(state(first)).isEqualTo("QUEUED");
        assertThat(column(first, "payer_id")).isEqualTo("blue-harbor");
        assertThat(column(first, "hold_reason")).isNull();
        assertThat(events(first)).endsWith("QUEUED HELD held", "HELD QUEUED operator");
    }

    @Test
    void releasesNoClaimThatIsNotHeldOrNotThere() {
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> ledger.run(tx -> ClaimHolds.release(tx, first, "blue-harbor", "pat")))
                .satisfies(failure -> assertThat(failure.code()).isEqualTo(FailureCode.ILLEGAL_MOVE));
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> ledger.run(tx -> ClaimHolds.release(tx, "clm_none", "blue-harbor", "pat")))
                .satisfies(failure -> assertThat(failure.code()).isEqualTo(FailureCode.NOT_FOUND));
    }

    private int moveAll(ClaimState from, ClaimState to, Reason reason) {
        return ledger.transact(tx -> ClaimMoves.moveAllOf(tx, outbound, from, to, reason));
    }

    private static void move(Reason reason, Move... moves) {
        ledger.run(tx -> ClaimMoves.move(tx, List.of(moves), reason));
    }

    private static String state(String claimId) {
        return column(claimId, "state");
    }

    private static String column(String claimId, String column) {
        return ledger.transact(tx -> Sql.first(
                        tx.connection(),
                        "select " + column + " from claims where id = ?",
                        row -> row.getString(1),
                        claimId)
                .orElse(null));
    }

    private static Instant stateSince(String claimId) {
        return ledger.transact(tx -> Sql.first(
                        tx.connection(),
                        "select state_since from claims where id = ?",
                        row -> Sql.instant(row, "state_since"),
                        claimId)
                .orElseThrow());
    }

    private static List<String> events(String claimId) {
        return ledger.transact(tx -> Sql.list(
                tx.connection(),
                "select from_state || ' ' || to_state || ' ' || cause from claim_events where claim_id = ? order by"
                        + " seq",
                row -> row.getString(1),
                claimId));
    }

    private static List<String> details(String claimId) {
        return ledger.transact(tx -> Sql.list(
                tx.connection(),
                "select detail from claim_events where claim_id = ? order by seq",
                row -> row.getString(1),
                claimId));
    }
}
