package org.clearlane.edits.institutional;

import org.clearlane.edits.CalendarDay;
import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.edits.Quantity;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.ServiceLine;

/** Days of room and board are those of the statement, the last one counting only when the patient stays: 837I 2400 SV205. */
final class RoomDaysFitStatement implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        int from = BillType.from(claim);
        int through = BillType.through(claim);
        if (!BillType.isHospitalStay(claim) || from <= 0 || through < from) {
            return;
        }
        int days = 0;
        ServiceLine last = null;
        for (ServiceLine line : claim.lines()) {
            if (line.revenueCode().startsWith("018")
                    || Room.is(line) && !line.unit().equals("DA")) {
                return;
            }
            if (Room.is(line)) {
                days += Quantity.whole(line.quantity());
                last = line;
            }
        }
        int between = CalendarDay.daysBetween(from, through);
        int expected = BillType.patientStatus(claim).equals("30") ? between + 1 : Math.max(1, between);
        if (last != null && days != expected) {
            out.report(last.quantityPlace(), last.quantity(), "", days, expected);
        }
    }
}
