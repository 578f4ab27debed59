package org.clearlane.edits.institutional;

import org.clearlane.edits.CalendarDay;
import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.edits.Places;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.DateFact;
import org.clearlane.model.claim.ServiceLine;

/** DTP*472 of a line lies inside DTP*434: 837I 2400 DTP. */
final class ServiceIsInsideStatement implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        int from = BillType.from(claim);
        int through = BillType.through(claim);
        for (ServiceLine line : claim.lines()) {
            DateFact date = line.serviceDate();
            int first = CalendarDay.first(date);
            int last = CalendarDay.last(date);
            if (from > 0 && through > 0 && first > 0 && (first < from || last > through)) {
                out.report(Places.lineDate(date), date.value(), "", line.number());
            }
        }
    }
}
