package org.clearlane.edits.cob;

import java.util.List;
import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.OtherCoverage;
import org.clearlane.model.claim.SegmentTag;

/** Every payer has its own place in the order, U (unknown) excepted: 837 2000B and 2320 SBR01. */
final class PayersStandInOrder implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        List<OtherCoverage> others = claim.otherCoverages();
        for (int i = 0; i < others.size(); i++) {
            String place = others.get(i).responsibility();
            boolean taken = place.equals(claim.subscriber().responsibility());
            for (int j = 0; j < i; j++) {
                taken |= place.equals(others.get(j).responsibility());
            }
            if (taken && !place.isEmpty() && !place.equals("U")) {
                out.report(others.get(i).coverage().place(1), place);
            }
        }
    }

    @Override
    public long needs() {
        return SegmentTag.SBR.bit();
    }
}
