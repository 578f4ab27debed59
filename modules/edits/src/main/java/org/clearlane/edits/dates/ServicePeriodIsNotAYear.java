package org.clearlane.edits.dates;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.edits.Places;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.DateFact;

/** One line is no more than a year of service: 837P 2400 DTP*472. */
final class ServicePeriodIsNotAYear implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        for (int i = 0; i < claim.lines().size(); i++) {
            DateFact date = claim.lines().get(i).serviceDate();
            if (date != null && context.serviceFrom(i) > 0 && context.serviceTo(i) > context.serviceFrom(i) + 10_000) {
                out.report(Places.lineDate(date), date.value(), "", i + 1);
            }
        }
    }
}
