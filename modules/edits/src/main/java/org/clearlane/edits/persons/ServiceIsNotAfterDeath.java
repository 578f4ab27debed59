package org.clearlane.edits.persons;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.edits.Places;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.DateFact;
import org.clearlane.model.claim.SegmentFact;

/** Nobody is treated after having died: 837P and 837I 2000B and 2000C PAT06. */
final class ServiceIsNotAfterDeath implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        SegmentFact pat = Death.of(claim);
        if (pat == null || Death.day(pat) <= 0) {
            return;
        }
        for (int i = 0; i < claim.lines().size(); i++) {
            DateFact date = claim.lines().get(i).serviceDate();
            if (date != null && context.serviceFrom(i) > Death.day(pat)) {
                out.report(Places.lineDate(date), date.value(), "", i + 1);
            }
        }
    }
}
