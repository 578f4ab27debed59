package org.clearlane.pipeline.secondary;

import java.util.List;
import org.clearlane.model.Money;
import org.clearlane.model.finding.Finding;

/** What came of an order. */
public sealed interface SecondaryPrepared {

    /**
     * A file that our own guide and edits accept.
     *
     * @param open what the first payer left
     * @param x12 the 837P
     */
    record Ready(String claimId, Money open, byte[] x12) implements SecondaryPrepared {}

    /** There is none, and why. */
    record Refused(String why, String mend) implements SecondaryPrepared {}

    /** It was made, and our own judgement refuses it. */
    record Judged(List<Finding> findings) implements SecondaryPrepared {

        public Judged {
            findings = List.copyOf(findings);
        }
    }
}
