package org.clearlane.transactions.t835;

import java.util.List;
import java.util.Optional;
import org.clearlane.model.remittance.ProviderSummary;

/**
 * The head of a loop 2000: the claims that follow belong to it.
 *
 * @param number LX01, or empty
 * @param summary TS3, when sent
 * @param segments LX, TS3, TS2 and whatever stood before the first CLP, as sent, without terminators
 */
public record ClaimGroup(String number, Optional<ProviderSummary> summary, List<String> segments) {

    public ClaimGroup {
        segments = List.copyOf(segments);
    }
}
