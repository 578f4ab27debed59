package org.clearlane.edits.institutional;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.ServiceLine;
import org.clearlane.model.finding.Place;

/** A line of an outpatient bill over several days has DTP*472: 837I 2400 DTP. */
final class OutpatientLineHasDate implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        if (!BillType.isOutpatient(claim) || BillType.from(claim) == BillType.through(claim)) {
            return;
        }
        for (ServiceLine line : claim.lines()) {
            if (line.serviceDate() == null) {
                out.report(Place.ofSegment("2400", "DTP", line.position()), "", "", line.number());
            }
        }
    }
}
