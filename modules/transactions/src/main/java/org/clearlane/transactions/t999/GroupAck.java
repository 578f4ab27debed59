package org.clearlane.transactions.t999;

import java.util.List;

/**
 * How a group was received (AK9).
 *
 * @param group which group
 * @param code AK901: A accepted, E accepted with errors, P some sets refused, R refused; M, W, X refused for security
 * @param included AK902, the sets it said it holds
 * @param received AK903, the sets found in it
 * @param accepted AK904, the sets taken on
 * @param codes AK905 to AK909
 * @param setsListed how many answers to sets stood above it
 */
public record GroupAck(
        AnsweredGroup group,
        String code,
        long included,
        long received,
        long accepted,
        List<String> codes,
        long setsListed) {

    public GroupAck {
        codes = List.copyOf(codes);
    }

    /** Whether nothing of the group was taken on. */
    public boolean isRejected() {
        return switch (code) {
            case "R", "M", "W", "X" -> true;
            default -> false;
        };
    }
}
