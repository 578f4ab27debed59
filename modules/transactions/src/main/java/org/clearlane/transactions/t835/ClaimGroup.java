package org.clearlane.transactions.t835;

import java.util.List;
import java.util.Optional;
import org.clearlane.model.remittance.Fact;
import org.clearlane.model.remittance.KeptSegment;
import org.clearlane.model.remittance.ProviderSummary;

/**
 * The head of a loop 2000: the claims that follow belong to it.
 *
 * @param number LX01, or empty
 * @param summary TS3, when sent
 * @param inpatient TS2, each element that was sent by its designator
 * @param rest what neither holds, with its place
 * @param segments LX, TS3, TS2 and whatever stood before the first CLP, as sent, without terminators
 */
public record ClaimGroup(
        String number,
        Optional<ProviderSummary> summary,
        List<Fact> inpatient,
        List<KeptSegment> rest,
        List<String> segments) {

    public ClaimGroup {
        inpatient = List.copyOf(inpatient);
        rest = List.copyOf(rest);
        segments = List.copyOf(segments);
    }
}
