package org.clearlane.edits.cob;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.OtherCoverage;
import org.clearlane.model.claim.SegmentTag;

/** Another payer is not the payer the claim goes to: 837 2330B NM109. */
final class OtherPayerIsAnother implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        for (OtherCoverage other : claim.otherCoverages()) {
            String id = other.payerId();
            if (!id.isEmpty() && id.equals(claim.payer().id())) {
                out.report(other.first("2330B", SegmentTag.NM1).place(9), id, "PR");
            }
        }
    }

    @Override
    public long needs() {
        return SegmentTag.SBR.bit();
    }
}
