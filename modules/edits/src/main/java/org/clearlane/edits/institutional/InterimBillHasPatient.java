package org.clearlane.edits.institutional;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.SegmentFact;
import org.clearlane.model.claim.SegmentTag;

/** A hospital bill with frequency 2 or 3 has patient status 30: 837I 2300 CL103. */
final class InterimBillHasPatient implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        SegmentFact stay = claim.first(SegmentTag.CL1);
        boolean interim = claim.frequency().equals("2") || claim.frequency().equals("3");
        if (stay != null && interim && BillType.isHospitalStay(claim) && stay.has(3) && !stay.is(3, "30")) {
            out.report(stay.place(3), stay.element(3));
        }
    }

    @Override
    public long needs() {
        return SegmentTag.CL1.bit();
    }
}
