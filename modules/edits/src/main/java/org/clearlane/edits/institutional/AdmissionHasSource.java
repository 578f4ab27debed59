package org.clearlane.edits.institutional;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.SegmentFact;
import org.clearlane.model.claim.SegmentTag;

/** An inpatient bill has CL102: 837I 2300 CL1. */
final class AdmissionHasSource implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        SegmentFact stay = claim.first(SegmentTag.CL1);
        if (stay != null && !stay.has(2) && BillType.isInpatient(claim)) {
            out.report(stay.place(2), "");
        }
    }

    @Override
    public long needs() {
        return SegmentTag.CL1.bit();
    }
}
