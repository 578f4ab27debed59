package org.clearlane.judgement;

import java.util.List;
import org.clearlane.model.finding.Finding;
import org.clearlane.transactions.ta1.Ta1;

/**
 * What became of an interchange.
 *
 * @param facts which interchange
 * @param ta1 the acknowledgment of its envelope: A, E or R with the note that says why
 * @param findings what is wrong with ISA, IEA and what stands between groups
 * @param claims its claims, all refused when the envelope is
 */
public record InterchangeVerdict(InterchangeFacts facts, Ta1 ta1, List<Finding> findings, ClaimCounts claims) {

    public InterchangeVerdict {
        findings = List.copyOf(findings);
    }

    /** Whether the envelope is refused, so that everything in it is, whatever was said of it before. */
    public boolean distrusted() {
        return ta1.isRejected();
    }
}
