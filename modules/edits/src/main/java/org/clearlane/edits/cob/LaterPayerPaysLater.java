package org.clearlane.edits.cob;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.Money;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.OtherCoverage;
import org.clearlane.model.claim.SegmentTag;

/** Only payers before the one the claim goes to have paid: 837 2320 SBR01 and AMT*D. */
final class LaterPayerPaysLater implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        int here = "PSTABCDEFGH".indexOf(claim.subscriber().responsibility());
        for (OtherCoverage other : claim.otherCoverages()) {
            int there = "PSTABCDEFGH".indexOf(other.responsibility());
            Money paid = other.paid();
            if (here > 0 && there > here && paid != null && paid.cents() > 0) {
                out.report(other.amount("D").place(2), paid.toString());
            }
        }
    }

    @Override
    public long needs() {
        return SegmentTag.SBR.bit() | SegmentTag.AMT.bit();
    }
}
