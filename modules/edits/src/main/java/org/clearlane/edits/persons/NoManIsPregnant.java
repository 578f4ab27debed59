package org.clearlane.edits.persons;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.SegmentFact;

/** PAT09 of Y does not go with DMG03 of M: 837P 2000B and 2000C PAT09. */
final class NoManIsPregnant implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        SegmentFact pat = claim.patient() == null
                ? claim.subscriber().condition()
                : claim.patient().condition();
        String sex = claim.patient() == null
                ? claim.subscriber().sex()
                : claim.patient().sex();
        if (pat != null && pat.is(9, "Y") && sex.equals("M")) {
            out.report(pat.place(9), "Y", "QC");
        }
    }
}
