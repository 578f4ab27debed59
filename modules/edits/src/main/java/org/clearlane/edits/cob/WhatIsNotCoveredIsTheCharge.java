package org.clearlane.edits.cob;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.OtherCoverage;
import org.clearlane.model.claim.SegmentFact;
import org.clearlane.model.claim.SegmentTag;

/** AMT*A8 is CLM02: 837 2320 AMT*A8. */
final class WhatIsNotCoveredIsTheCharge implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        for (OtherCoverage other : claim.otherCoverages()) {
            SegmentFact amount = other.amount("A8");
            if (amount != null
                    && amount.money(2) != null
                    && claim.charge() != null
                    && amount.money(2).cents() != claim.charge().cents()) {
                out.report(amount.place(2), amount.element(2), "PR", claim.charge());
            }
        }
    }

    @Override
    public long needs() {
        return SegmentTag.SBR.bit() | SegmentTag.AMT.bit();
    }
}
