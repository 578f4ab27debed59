package org.clearlane.edits.cob;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.Money;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.OtherCoverage;
import org.clearlane.model.claim.SegmentTag;

/** AMT*A8 and a payment in AMT*D exclude each other: 837 2320 AMT. */
final class WhatIsNotCoveredIsNotPaid implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        for (OtherCoverage other : claim.otherCoverages()) {
            Money paid = other.paid();
            if (paid != null && paid.cents() != 0 && other.amount("A8") != null) {
                out.report(other.amount("D").place(2), paid.toString(), "PR");
            }
        }
    }

    @Override
    public long needs() {
        return SegmentTag.SBR.bit() | SegmentTag.AMT.bit();
    }
}
