package org.clearlane.judgement;

import java.util.List;
import org.clearlane.transactions.t999.ClaimFinding;

/**
 * What became of a transaction set.
 *
 * @param facts which set
 * @param ack IK501: A nothing to say, E errors but the good claims go on, R refused
 * @param distrusted whether the set itself is refused, so that all its claims are, whatever was said of them before
 * @param findings what is wrong with the set, its levels and the structure of its claims, in file order: what a 999
 *     says. At most {@link SetJudge#MOST_FINDINGS}
 * @param editFindings what the edits and the listener found in claims, in file order, bounded alike
 * @param findingCount how many findings there were, kept or not
 * @param claims its claims, all refused when it is distrusted
 * @param segments how many segments it has, ST and SE included
 */
public record SetVerdict(
        SetFacts facts,
        String ack,
        boolean distrusted,
        List<ClaimFinding> findings,
        List<ClaimFinding> editFindings,
        long findingCount,
        ClaimCounts claims,
        int segments) {

    public SetVerdict {
        findings = List.copyOf(findings);
        editFindings = List.copyOf(editFindings);
    }

    /** The same with at most this many findings of each kind. */
    public SetVerdict withFindingsAtMost(int most) {
        return new SetVerdict(
                facts,
                ack,
                distrusted,
                findings.subList(0, Math.min(most, findings.size())),
                editFindings.subList(0, Math.min(most, editFindings.size())),
                findingCount,
                claims,
                segments);
    }
}
