package org.clearlane.edits.persons;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.SegmentFact;

/** Nobody has died after today: 837P and 837I 2000B and 2000C PAT06. */
final class DeathIsNotInTheFuture implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        SegmentFact pat = Death.of(claim);
        if (pat != null && Death.day(pat) > context.today()) {
            out.report(pat.place(6), pat.element(6), "QC");
        }
    }
}
