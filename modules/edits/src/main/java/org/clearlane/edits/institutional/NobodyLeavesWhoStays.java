package org.clearlane.edits.institutional;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.edits.Places;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.DateFact;
import org.clearlane.model.claim.SegmentTag;

/** Patient status 30 goes without DTP*096: 837I 2300 DTP. */
final class NobodyLeavesWhoStays implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        DateFact discharge = claim.date("096");
        if (discharge != null && BillType.patientStatus(claim).equals("30")) {
            out.report(Places.date(discharge), discharge.value());
        }
    }

    @Override
    public long needs() {
        return SegmentTag.CL1.bit();
    }
}
