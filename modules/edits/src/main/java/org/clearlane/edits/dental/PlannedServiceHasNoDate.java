package org.clearlane.edits.dental;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.edits.Places;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.DateFact;
import org.clearlane.model.claim.ServiceLine;

/** A predetermination (CLM19 PB) has no date of service: 837D 2300 CLM19. */
final class PlannedServiceHasNoDate implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        DateFact served = claim.date("472");
        if (!claim.clm().is(19, "PB")) {
            return;
        }
        if (served != null) {
            out.report(Places.date(served), served.value());
            return;
        }
        for (ServiceLine line : claim.lines()) {
            if (line.serviceDate() != null) {
                out.report(
                        Places.lineDate(line.serviceDate()), line.serviceDate().value());
            }
        }
    }
}
