package org.clearlane.judgement;

import java.util.List;
import org.clearlane.model.finding.Finding;

/**
 * What became of a functional group.
 *
 * @param facts which group
 * @param ack AK901: A, E, P or R
 * @param codes AK905 and on
 * @param included the sets it said it holds (GE01), or those found when GE is missing or unreadable
 * @param received the sets found in it
 * @param accepted the sets taken on
 * @param distrusted whether the group itself is refused, so that all its sets are
 * @param findings what is wrong with GS and GE
 * @param claims its claims, all refused when it is distrusted
 */
public record GroupVerdict(
        GroupFacts facts,
        String ack,
        List<String> codes,
        long included,
        long received,
        long accepted,
        boolean distrusted,
        List<Finding> findings,
        ClaimCounts claims) {

    public GroupVerdict {
        codes = List.copyOf(codes);
        findings = List.copyOf(findings);
    }
}
