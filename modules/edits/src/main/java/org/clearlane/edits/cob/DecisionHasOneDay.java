package org.clearlane.edits.cob;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.LineAdjudication;
import org.clearlane.model.claim.OtherCoverage;
import org.clearlane.model.claim.SegmentTag;
import org.clearlane.model.claim.ServiceLine;

/** DTP*573 stands in 2330B or in 2430, not in both: 837 2330B DTP*573. */
final class DecisionHasOneDay implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        for (OtherCoverage other : claim.otherCoverages()) {
            if (other.decided() == null) {
                continue;
            }
            for (ServiceLine line : claim.lines()) {
                for (LineAdjudication each : line.adjudications()) {
                    if (each.payerId().equals(other.payerId()) && each.decided() != null) {
                        out.report(other.decided().place(3), other.decided().element(3), "PR");
                        return;
                    }
                }
            }
        }
    }

    @Override
    public long needs() {
        return SegmentTag.SVD.bit();
    }
}
