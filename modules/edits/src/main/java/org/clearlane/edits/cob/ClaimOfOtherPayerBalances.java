package org.clearlane.edits.cob;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.Money;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.LineAdjudication;
import org.clearlane.model.claim.OtherCoverage;
import org.clearlane.model.claim.SegmentTag;
import org.clearlane.model.claim.ServiceLine;

/** CLM02 is AMT*D and all CAS of that payer, of the claim and of its lines: 837 2320. */
final class ClaimOfOtherPayerBalances implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        for (OtherCoverage other : claim.otherCoverages()) {
            Money paid = other.paid();
            Long adjusted = paid == null ? null : adjustments(claim, other);
            if (adjusted != null
                    && claim.charge() != null
                    && paid.cents() + adjusted != claim.charge().cents()) {
                out.report(
                        other.amount("D").place(2),
                        paid.toString(),
                        "PR",
                        new Money(paid.cents() + adjusted),
                        claim.charge());
            }
        }
    }

    @Override
    public long needs() {
        return SegmentTag.SBR.bit() | SegmentTag.AMT.bit();
    }

    /** Null when the payer tells no adjustment at all, or one of them cannot be read. */
    private static Long adjustments(Claim claim, OtherCoverage payer) {
        Long sum = OtherPayers.sum(payer.adjustments());
        boolean told = !payer.adjustments().isEmpty();
        for (ServiceLine line : claim.lines()) {
            for (LineAdjudication each : line.adjudications()) {
                if (sum != null && each.payerId().equals(payer.payerId())) {
                    told = true;
                    Long more = OtherPayers.sum(each.adjustments());
                    sum = more == null ? null : Long.valueOf(sum + more);
                }
            }
        }
        return told ? sum : null;
    }
}
