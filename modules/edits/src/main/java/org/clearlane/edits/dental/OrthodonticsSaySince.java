package org.clearlane.edits.dental;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.SegmentFact;
import org.clearlane.model.claim.SegmentTag;
import org.clearlane.model.claim.ServiceLine;

/** An orthodontic treatment (DN1) has the day of placement: 837D 2300 DTP*452. */
final class OrthodonticsSaySince implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        SegmentFact treatment = claim.first(SegmentTag.DN1);
        if (treatment == null || claim.date("452") != null) {
            return;
        }
        for (ServiceLine line : claim.lines()) {
            if (line.date("452") != null) {
                return;
            }
        }
        out.report(treatment.place(), "");
    }

    @Override
    public long needs() {
        return SegmentTag.DN1.bit();
    }
}
