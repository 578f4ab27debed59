package org.clearlane.edits.institutional;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.SegmentFact;
import org.clearlane.model.claim.SegmentTag;

/** A bill with frequency 1 or 4 has another patient status than 30: 837I 2300 CL103. */
final class FinalBillHasDischarge implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        SegmentFact stay = claim.first(SegmentTag.CL1);
        if (stay != null && stay.is(3, "30") && BillType.isInpatient(claim) && BillType.isFinal(claim)) {
            out.report(stay.place(3), "30");
        }
    }

    @Override
    public long needs() {
        return SegmentTag.CL1.bit();
    }
}
