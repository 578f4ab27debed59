package org.clearlane.edits.claim;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.edits.Places;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.DateFact;
import org.clearlane.model.claim.SegmentTag;

/** DTP*439 stands only on a claim whose CLM11 says accident: 837P and 837D 2300 DTP. */
final class AccidentDateHasCause implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        DateFact accident = claim.date("439");
        if (accident != null && !claim.clm().has(11)) {
            out.report(Places.date(accident), accident.value());
        }
    }

    @Override
    public long needs() {
        return SegmentTag.DTP.bit();
    }
}
