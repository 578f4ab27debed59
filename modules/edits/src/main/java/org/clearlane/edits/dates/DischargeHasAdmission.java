package org.clearlane.edits.dates;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.edits.Places;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.DateFact;

/** Who is discharged was admitted: 837P 2300 DTP*096 and DTP*435. */
final class DischargeHasAdmission implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        DateFact discharge = claim.date("096");
        if (discharge != null && claim.date("435") == null) {
            out.report(Places.date(discharge), discharge.value());
        }
    }
}
