package org.clearlane.transactions.t999;

import java.util.List;

/**
 * What we say of a whole group.
 *
 * @param included the sets it said it holds (GE01); the sets found when GE is missing
 * @param received the sets found in it
 * @param codes AK905 and on: 1 group not supported, 2 version not supported, 3 trailer missing, 4 GS06 and GE02 differ, 5
 *     GE01 wrong, 6 GS06 malformed
 * @param rejected whether the whole group is refused whatever its sets are
 */
public record GroupTotals(long included, long received, List<String> codes, boolean rejected) {

    public GroupTotals {
        codes = List.copyOf(codes);
    }
}
