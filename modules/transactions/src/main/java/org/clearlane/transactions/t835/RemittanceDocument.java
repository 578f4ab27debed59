package org.clearlane.transactions.t835;

import java.util.List;
import org.clearlane.model.finding.Finding;
import org.clearlane.model.remittance.ClaimPayment;
import org.clearlane.model.remittance.ProviderAdjustment;
import org.clearlane.model.remittance.Remittance;

/**
 * One 835 held whole in memory, with everything that was sent. For files of modest size; large ones are listened to.
 *
 * @param head BPR to the end of loop 1000B
 * @param groups loops 2000 with their claims, in the order sent
 * @param providerAdjustments PLB, flattened to one adjustment each
 * @param end how the set ended
 * @param findings what could not be read as it should
 */
public record RemittanceDocument(
        RemittanceHead head,
        List<Group> groups,
        List<ProviderAdjustment> providerAdjustments,
        SetEnd end,
        List<Finding> findings) {

    /**
     * The claims of one loop 2000.
     *
     * @param head LX with TS3 and TS2; null where claims came before any LX
     */
    public record Group(ClaimGroup head, List<ClaimPayment> claims) {

        public Group {
            claims = List.copyOf(claims);
        }
    }

    public RemittanceDocument {
        groups = List.copyOf(groups);
        providerAdjustments = List.copyOf(providerAdjustments);
        findings = List.copyOf(findings);
    }

    /** All claims in the order sent. */
    public List<ClaimPayment> claims() {
        return groups.stream().flatMap(group -> group.claims().stream()).toList();
    }

    /** The same payment in the words of the model. */
    public Remittance remittance() {
        return new Remittance(head.payment(), claims(), providerAdjustments);
    }

    /** Whether every amount could be read and the set was sent to its end: without it nothing may be posted. */
    public boolean isReadable() {
        return end.isWhole() && findings.stream().noneMatch(Finding::isError);
    }
}
