package org.clearlane.edits.institutional;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;

/** The last bill of a hospital stay has DTP*096: 837I 2300 DTP. */
final class DischargeHasHour implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        boolean over = BillType.isHospitalStay(claim) && BillType.isFinal(claim);
        if (over && claim.date("096") == null && !BillType.patientStatus(claim).equals("30")) {
            out.report(claim.clm().place(5, 3), claim.frequency());
        }
    }
}
