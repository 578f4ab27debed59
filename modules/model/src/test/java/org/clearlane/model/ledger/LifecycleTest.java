package org.clearlane.model.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every ordered pair of states stands in one of the two tables: whoever changes the lifecycle changes a table. */
class LifecycleTest {

    private static final String LEGAL =
            """
            RECEIVED        -> REJECTED_FILE REJECTED_CLAIM HELD QUEUED
            HELD            -> QUEUED REJECTED_CLAIM
            QUEUED          -> BATCHED HELD
            BATCHED         -> HELD UNKNOWN_OUTCOME SENT ACKED_999 REJECTED_999 PAYER_ACCEPTED
                               PAYER_REJECTED PAID PARTLY_PAID DENIED REVERSED
            UNKNOWN_OUTCOME -> BATCHED SENT ACKED_999 REJECTED_999 PAYER_ACCEPTED PAYER_REJECTED PAID
                               PARTLY_PAID DENIED REVERSED
            SENT            -> ACKED_999 REJECTED_999 PAYER_ACCEPTED PAYER_REJECTED PAID PARTLY_PAID DENIED
                               REVERSED
            REJECTED_999    -> PAID PARTLY_PAID DENIED REVERSED
            ACKED_999       -> PAYER_ACCEPTED PAYER_REJECTED PAID PARTLY_PAID DENIED REVERSED
            PAYER_REJECTED  -> PAID PARTLY_PAID DENIED REVERSED
            PAYER_ACCEPTED  -> PAYER_REJECTED PAID PARTLY_PAID DENIED REVERSED
            PAID            -> PARTLY_PAID DENIED REVERSED
            PARTLY_PAID     -> PAID DENIED REVERSED
            DENIED          -> PAID PARTLY_PAID REVERSED
            REVERSED        -> PAID PARTLY_PAID DENIED
            """;

    private static final String ILLEGAL =
            """
            RECEIVED        -> RECEIVED BATCHED UNKNOWN_OUTCOME SENT REJECTED_999 ACKED_999 PAYER_REJECTED
                               PAYER_ACCEPTED PAID PARTLY_PAID DENIED REVERSED
            REJECTED_FILE   -> RECEIVED REJECTED_FILE REJECTED_CLAIM HELD QUEUED BATCHED UNKNOWN_OUTCOME
                               SENT REJECTED_999 ACKED_999 PAYER_REJECTED PAYER_ACCEPTED PAID PARTLY_PAID
                               DENIED REVERSED
            REJECTED_CLAIM  -> RECEIVED REJECTED_FILE REJECTED_CLAIM HELD QUEUED BATCHED UNKNOWN_OUTCOME
                               SENT REJECTED_999 ACKED_999 PAYER_REJECTED PAYER_ACCEPTED PAID PARTLY_PAID
                               DENIED REVERSED
            HELD            -> RECEIVED REJECTED_FILE HELD BATCHED UNKNOWN_OUTCOME SENT REJECTED_999
                               ACKED_999 PAYER_REJECTED PAYER_ACCEPTED PAID PARTLY_PAID DENIED REVERSED
            QUEUED          -> RECEIVED REJECTED_FILE REJECTED_CLAIM QUEUED UNKNOWN_OUTCOME SENT
                               REJECTED_999 ACKED_999 PAYER_REJECTED PAYER_ACCEPTED PAID PARTLY_PAID DENIED
                               REVERSED
            BATCHED         -> RECEIVED REJECTED_FILE REJECTED_CLAIM QUEUED BATCHED
            UNKNOWN_OUTCOME -> RECEIVED REJECTED_FILE REJECTED_CLAIM HELD QUEUED UNKNOWN_OUTCOME
            SENT            -> RECEIVED REJECTED_FILE REJECTED_CLAIM HELD QUEUED BATCHED UNKNOWN_OUTCOME
                               SENT
            REJECTED_999    -> RECEIVED REJECTED_FILE REJECTED_CLAIM HELD QUEUED BATCHED UNKNOWN_OUTCOME
                               SENT REJECTED_999 ACKED_999 PAYER_REJECTED PAYER_ACCEPTED
            ACKED_999       -> RECEIVED REJECTED_FILE REJECTED_CLAIM HELD QUEUED BATCHED UNKNOWN_OUTCOME
                               SENT REJECTED_999 ACKED_999
            PAYER_REJECTED  -> RECEIVED REJECTED_FILE REJECTED_CLAIM HELD QUEUED BATCHED UNKNOWN_OUTCOME
                               SENT REJECTED_999 ACKED_999 PAYER_REJECTED PAYER_ACCEPTED
            PAYER_ACCEPTED  -> RECEIVED REJECTED_FILE REJECTED_CLAIM HELD QUEUED BATCHED UNKNOWN_OUTCOME
                               SENT REJECTED_999 ACKED_999 PAYER_ACCEPTED
            PAID            -> RECEIVED REJECTED_FILE REJECTED_CLAIM HELD QUEUED BATCHED UNKNOWN_OUTCOME
                               SENT REJECTED_999 ACKED_999 PAYER_REJECTED PAYER_ACCEPTED PAID
            PARTLY_PAID     -> RECEIVED REJECTED_FILE REJECTED_CLAIM HELD QUEUED BATCHED UNKNOWN_OUTCOME
                               SENT REJECTED_999 ACKED_999 PAYER_REJECTED PAYER_ACCEPTED PARTLY_PAID
            DENIED          -> RECEIVED REJECTED_FILE REJECTED_CLAIM HELD QUEUED BATCHED UNKNOWN_OUTCOME
                               SENT REJECTED_999 ACKED_999 PAYER_REJECTED PAYER_ACCEPTED DENIED
            REVERSED        -> RECEIVED REJECTED_FILE REJECTED_CLAIM HELD QUEUED BATCHED UNKNOWN_OUTCOME
                               SENT REJECTED_999 ACKED_999 PAYER_REJECTED PAYER_ACCEPTED REVERSED
            """;

    private record Move(ClaimState from, ClaimState to) {}

    @ParameterizedTest
    @MethodSource
    void allowsEveryLegalMove(Move move) {
        assertThat(Lifecycle.allows(move.from(), move.to())).isTrue();
    }

    static Stream<Move> allowsEveryLegalMove() {
        return moves(LEGAL).stream();
    }

    @ParameterizedTest
    @MethodSource
    void refusesEveryIllegalMove(Move move) {
        assertThat(Lifecycle.allows(move.from(), move.to())).isFalse();
    }

    static Stream<Move> refusesEveryIllegalMove() {
        return moves(ILLEGAL).stream();
    }

    @Test
    void coversEveryOrderedPairOfStatesOnce() {
        Set<Move> all = new LinkedHashSet<>();
        for (ClaimState from : ClaimState.values()) {
            for (ClaimState to : ClaimState.values()) {
                all.add(new Move(from, to));
            }
        }
        Set<Move> legal = moves(LEGAL);
        Set<Move> illegal = moves(ILLEGAL);

        assertThat(legal).doesNotContainAnyElementsOf(illegal);
        legal.addAll(illegal);
        assertThat(legal).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void lowersAClaimsRankOnlyWhereWeTakeItBackOurselves() {
        assertThat(moves(LEGAL).stream()
                        .filter(move -> move.to().rank() < move.from().rank()))
                .containsExactlyInAnyOrder(
                        new Move(ClaimState.QUEUED, ClaimState.HELD),
                        new Move(ClaimState.BATCHED, ClaimState.HELD),
                        new Move(ClaimState.UNKNOWN_OUTCOME, ClaimState.BATCHED));
    }

    /** Lines {@code FROM -> TO TO …}; a line that begins with blanks goes on with the state before it. */
    private static Set<Move> moves(String table) {
        Set<Move> moves = new LinkedHashSet<>();
        ClaimState from = null;
        for (String line : table.lines().toList()) {
            int arrow = line.indexOf("->");
            if (arrow >= 0) {
                from = ClaimState.valueOf(line.substring(0, arrow).strip());
            }
            for (String to : line.substring(arrow < 0 ? 0 : arrow + 2).strip().split(" ")) {
                if (!moves.add(new Move(from, ClaimState.valueOf(to)))) {
                    throw new IllegalStateException("twice in the table: " + from + " -> " + to);
                }
            }
        }
        return moves;
    }
}
