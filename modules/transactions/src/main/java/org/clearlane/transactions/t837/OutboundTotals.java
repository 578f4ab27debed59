package org.clearlane.transactions.t837;

import java.util.List;
import org.clearlane.model.Money;

/**
 * What an outbound interchange holds.
 *
 * @param claims how many CLM were written
 * @param charge the sum of their CLM02
 * @param sets how many sets
 * @param segments all segments, envelope included
 * @param unwritable the claims that could not be written and are not in it
 */
public record OutboundTotals(long claims, Money charge, int sets, long segments, List<Unwritable> unwritable) {

    public OutboundTotals {
        unwritable = List.copyOf(unwritable);
    }
}
