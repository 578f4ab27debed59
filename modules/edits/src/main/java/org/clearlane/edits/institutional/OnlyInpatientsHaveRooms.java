package org.clearlane.edits.institutional;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.ServiceLine;

/** Room and board is for inpatient bills: 837I 2400 SV201. */
final class OnlyInpatientsHaveRooms implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        if (!BillType.isOutpatient(claim)) {
            return;
        }
        for (ServiceLine line : claim.lines()) {
            if (Room.is(line)) {
                out.report(line.service().place(1), line.revenueCode(), "", line.number());
            }
        }
    }
}
