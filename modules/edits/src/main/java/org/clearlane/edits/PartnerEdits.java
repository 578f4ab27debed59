package org.clearlane.edits;

import java.time.Clock;
import java.util.List;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.finding.Finding;

/**
 * Rules that hold for some claims only: those of the payer a claim goes to and of the practice it comes from (SNIP 7).
 * What they are written in is nobody's business here. Safe for use by several threads; an {@link Examination} is not.
 */
public interface PartnerEdits {

    /** No partner has rules of its own. */
    PartnerEdits NONE = new PartnerEdits() {
        @Override
        public Examination examination(Clock clock) {
            return (claim, payer, practice) -> List.of();
        }

        @Override
        public int version(String code) {
            return 0;
        }
    };

    /** A fresh examination, for one thread. */
    Examination examination(Clock clock);

    /** The version of the rule with this id; 0 when no partner has such a rule. */
    int version(String code);

    /** All rules of partners applied to one claim after another. */
    @FunctionalInterface
    interface Examination {

        /**
         * What the rules of these partners have to say.
         *
         * @param payer the short name of the payer the claim goes to; null when it is not known
         * @param practice the short name of the practice it comes from; null when it is not known
         */
        List<Finding> examine(Claim claim, String payer, String practice);
    }
}
