package org.clearlane.edits.institutional;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.ServiceLine;

/** Room and board is counted in days (SV204 DA): 837I 2400 SV204. */
final class RoomIsInDays implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        for (ServiceLine line : claim.lines()) {
            if (Room.is(line) && !line.unit().equals("DA")) {
                out.report(line.service().place(4), line.unit(), "", line.number());
            }
        }
    }
}
