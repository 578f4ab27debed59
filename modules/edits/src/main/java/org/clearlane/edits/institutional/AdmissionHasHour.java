package org.clearlane.edits.institutional;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.edits.Places;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.DateFact;

/** DTP*435 of a hospital stay has the hour: 837I 2300 DTP*435. */
final class AdmissionHasHour implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        DateFact admission = claim.date("435");
        if (admission != null
                && BillType.isHospitalStay(claim)
                && admission.value().length() == 8) {
            out.report(Places.date(admission), admission.value());
        }
    }
}
