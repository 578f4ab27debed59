package org.clearlane.edits.dental;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.edits.Places;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.DateFact;
import org.clearlane.model.claim.ServiceLine;

/** DTP*441 goes with SV305 of R: 837D 2400 DTP. */
final class FirstPlacementHasNoEarlier implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        for (ServiceLine line : claim.lines()) {
            DateFact earlier = line.date("441");
            if (earlier != null && line.service() != null && !line.service().is(5, "R")) {
                out.report(Places.lineDate(earlier), earlier.value(), "", line.number());
            }
        }
    }
}
