package org.clearlane.edits.cob;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.Money;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.OtherCoverage;
import org.clearlane.model.claim.SegmentTag;

/** When the claim goes to the first payer (SBR01 P) no other has paid: 837 2320 AMT*D. */
final class FirstPayerPaysFirst implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        if (!claim.subscriber().responsibility().equals("P")) {
            return;
        }
        for (OtherCoverage other : claim.otherCoverages()) {
            Money paid = other.paid();
            if (paid != null && paid.cents() > 0) {
                out.report(other.amount("D").place(2), paid.toString());
            }
        }
    }

    @Override
    public long needs() {
        return SegmentTag.SBR.bit() | SegmentTag.AMT.bit();
    }
}
