package org.clearlane.pipeline.correction;

import java.util.Optional;
import org.clearlane.store.ledger.BulkLedger.Wish;

/** What can be proposed for many claims at once. */
public final class BulkLimits {

    /** The most claims of one proposal. */
    public static final int MOST_CLAIMS = 2_000;

    private BulkLimits() {}

    /** Whether this can be proposed at all; what speaks against it otherwise. */
    public static Optional<Impossible> obstacle(Wish wish, int claims) {
        if (claims == 0) {
            return Optional.of(new Impossible("No claim is chosen.", "Choose at least one."));
        }
        if (claims > MOST_CLAIMS) {
            return Optional.of(new Impossible(
                    "More than " + MOST_CLAIMS + " claims are chosen.", "Choose fewer by age, payer or date."));
        }
        if (!wish.action().equals("AS_IT_IS") && ElementPlace.of(wish.place()).isEmpty()) {
            return Optional.of(new Impossible(
                    "That is no element.", "Name one as it stands in the guide, such as SBR09 or SV101-2."));
        }
        if (wish.action().equals("VALUE") && wish.value().isBlank()) {
            return Optional.of(new Impossible("No value is given.", "Enter one, or choose to remove the element."));
        }
        return Optional.empty();
    }
}
