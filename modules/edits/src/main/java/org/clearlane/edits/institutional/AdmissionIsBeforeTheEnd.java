package org.clearlane.edits.institutional;

import org.clearlane.edits.CalendarDay;
import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.edits.Places;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.DateFact;

/** Admission is not after the last day of the statement: 837I 2300 DTP*435. */
final class AdmissionIsBeforeTheEnd implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        DateFact admission = claim.date("435");
        if (admission != null
                && BillType.through(claim) > 0
                && CalendarDay.first(admission) > BillType.through(claim)) {
            out.report(Places.date(admission), admission.value());
        }
    }
}
