package org.clearlane.edits.persons;

import org.clearlane.edits.CalendarDay;
import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.SegmentFact;

/** Nobody dies before being born: 837P and 837I 2000B and 2000C PAT06. */
final class DeathIsNotBeforeBirth implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        SegmentFact pat = Death.of(claim);
        if (pat == null) {
            return;
        }
        int born = CalendarDay.parse(
                claim.patient() == null
                        ? claim.subscriber().birthDate()
                        : claim.patient().birthDate());
        if (born > 0 && Death.day(pat) > 0 && Death.day(pat) < born) {
            out.report(pat.place(6), pat.element(6), "QC");
        }
    }
}
