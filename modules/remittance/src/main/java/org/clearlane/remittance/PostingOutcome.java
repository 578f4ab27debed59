package org.clearlane.remittance;

import java.util.List;
import org.clearlane.model.Money;

/** What becomes of one claim payment: always one of these, and always with a name that people and tables use. */
public sealed interface PostingOutcome {

    /** The name in tables, journals and tests. */
    String name();

    /** Whether the payment now counts in the books. */
    default boolean isPosted() {
        return false;
    }

    /** It counts. */
    record Posted() implements PostingOutcome {
        @Override
        public String name() {
            return "posted";
        }

        @Override
        public boolean isPosted() {
            return true;
        }
    }

    /** An earlier payment is taken back. */
    record ReversalPosted() implements PostingOutcome {
        @Override
        public String name() {
            return "reversal_posted";
        }

        @Override
        public boolean isPosted() {
            return true;
        }
    }

    /** It replaces a payment that was, or will be, taken back. */
    record CorrectionPosted() implements PostingOutcome {
        @Override
        public String name() {
            return "correction_posted";
        }

        @Override
        public boolean isPosted() {
            return true;
        }
    }

    /** The remittance is known: nothing changes. */
    record DuplicateRemittance() implements PostingOutcome {
        @Override
        public String name() {
            return "duplicate_remittance";
        }
    }

    /** A remittance of this trace, payer and amount is known, with other claims: held for a person. */
    record DuplicateWithOtherContent() implements PostingOutcome {
        @Override
        public String name() {
            return "duplicate_with_other_content";
        }
    }

    /** The same claims are known from this payer under another trace: held for a person. */
    record DuplicateUnderOtherTrace() implements PostingOutcome {
        @Override
        public String name() {
            return "duplicate_under_other_trace";
        }
    }

    /** The claim was paid, or taken back, in exactly these words before: held for a person, so nothing counts twice. */
    record DuplicateClaimPayment() implements PostingOutcome {
        @Override
        public String name() {
            return "duplicate_claim_payment";
        }
    }

    /** The remittance does not balance: held whole. */
    record OutOfBalance(Money by) implements PostingOutcome {
        @Override
        public String name() {
            return "out_of_balance_by " + by;
        }
    }

    /** The remittance could not be read whole: held. */
    record Unreadable() implements PostingOutcome {
        @Override
        public String name() {
            return "unreadable";
        }
    }

    /**
     * No claim, or no single claim, could be found for it: on the worklist.
     *
     * @param reason in words, without values of the claim
     * @param proposals claims it may be about
     */
    record Unmatched(String reason, List<String> proposals) implements PostingOutcome {
        public Unmatched {
            proposals = List.copyOf(proposals);
        }

        @Override
        public String name() {
            return "unmatched";
        }
    }
}
