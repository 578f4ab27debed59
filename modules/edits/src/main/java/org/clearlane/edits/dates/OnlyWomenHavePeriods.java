package org.clearlane.edits.dates;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.edits.Places;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.DateFact;

/** DTP*484 does not go with DMG03 of M: 837P 2300 DTP. */
final class OnlyWomenHavePeriods implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        DateFact period = claim.date("484");
        String sex = claim.patient() == null
                ? claim.subscriber().sex()
                : claim.patient().sex();
        if (period != null && sex.equals("M")) {
            out.report(Places.date(period), period.value());
        }
    }
}
