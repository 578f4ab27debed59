package org.clearlane.edits.cob;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.LineAdjudication;
import org.clearlane.model.claim.SegmentTag;
import org.clearlane.model.claim.ServiceLine;

/** SVD01 is the number of one of the other payers: 837 2430 SVD01. */
final class DecidingPayerIsNamed implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        for (ServiceLine line : claim.lines()) {
            for (LineAdjudication decision : line.adjudications()) {
                if (!OtherPayers.names(claim, decision.payerId())) {
                    out.report(decision.decision().place(1), decision.payerId(), "PR", line.number());
                }
            }
        }
    }

    @Override
    public long needs() {
        return SegmentTag.SVD.bit();
    }
}
