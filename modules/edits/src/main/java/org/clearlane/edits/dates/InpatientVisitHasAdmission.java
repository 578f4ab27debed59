package org.clearlane.edits.dates;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;

/** Services in a hospital to an inpatient (place 21, 51, 61) need DTP*435: 837P 2300 DTP. */
final class InpatientVisitHasAdmission implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        String place = claim.placeOfService();
        boolean inpatient = place.equals("21") || place.equals("51") || place.equals("61");
        if (inpatient && claim.date("435") == null) {
            out.report(claim.clm().place(5, 1), place);
        }
    }
}
