package org.clearlane.custody;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The states a claim may be in, the column of the custody sum each counts in, and the moves between them: written down
 * from the promise, not from the program that makes the moves.
 */
final class LegalMoves {

    private static final Set<String> MONEY = Set.of("PAID", "PARTLY_PAID", "DENIED", "REVERSED");
    private static final Set<String> ANSWER = Set.of(
            "ACKED_999",
            "REJECTED_999",
            "PAYER_ACCEPTED",
            "PAYER_REJECTED",
            "PAID",
            "PARTLY_PAID",
            "DENIED",
            "REVERSED");

    private static final Map<String, Set<String>> MOVES = Map.ofEntries(
            Map.entry("RECEIVED", Set.of("REJECTED_FILE", "REJECTED_CLAIM", "HELD", "QUEUED")),
            Map.entry("REJECTED_FILE", Set.of()),
            Map.entry("REJECTED_CLAIM", Set.of()),
            Map.entry("HELD", Set.of("QUEUED", "REJECTED_CLAIM")),
            Map.entry("QUEUED", Set.of("BATCHED", "HELD")),
            Map.entry("BATCHED", and(ANSWER, "SENT", "UNKNOWN_OUTCOME", "HELD")),
            Map.entry("UNKNOWN_OUTCOME", and(ANSWER, "SENT", "BATCHED")),
            Map.entry("SENT", ANSWER),
            Map.entry("ACKED_999", and(MONEY, "PAYER_ACCEPTED", "PAYER_REJECTED")),
            Map.entry("REJECTED_999", MONEY),
            Map.entry("PAYER_ACCEPTED", and(MONEY, "PAYER_REJECTED")),
            Map.entry("PAYER_REJECTED", MONEY),
            Map.entry("PAID", MONEY),
            Map.entry("PARTLY_PAID", MONEY),
            Map.entry("DENIED", MONEY),
            Map.entry("REVERSED", MONEY));

    private static final Set<String> REJECTED = Set.of("REJECTED_FILE", "REJECTED_CLAIM");
    private static final Set<String> IN_FLIGHT = Set.of("RECEIVED", "QUEUED", "BATCHED", "UNKNOWN_OUTCOME");

    private LegalMoves() {}

    private static Set<String> and(Set<String> some, String... more) {
        Set<String> all = new HashSet<>(some);
        all.addAll(Set.of(more));
        return Set.copyOf(all);
    }

    /** Whether there is such a state. */
    static boolean isState(String state) {
        return MOVES.containsKey(state);
    }

    /** Whether an event may lead from one state to the other. The same state again is evidence and no move. */
    static boolean allow(String from, String to) {
        return isState(from) && (from.equals(to) || MOVES.get(from).contains(to));
    }

    /** Whether the state says that a payer has the claim. */
    static boolean isSent(String state) {
        return state.equals("SENT") || ANSWER.contains(state);
    }

    /** The claims in a state, each column of the custody sum in its place; a state nobody knows is in no column. */
    static CustodySum column(String state, long amount) {
        if (isSent(state)) {
            return new CustodySum(amount, amount, 0, 0, 0);
        }
        if (REJECTED.contains(state)) {
            return new CustodySum(amount, 0, amount, 0, 0);
        }
        if (state.equals("HELD")) {
            return new CustodySum(amount, 0, 0, amount, 0);
        }
        return new CustodySum(amount, 0, 0, 0, IN_FLIGHT.contains(state) ? amount : 0);
    }
}
