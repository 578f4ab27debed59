package org.clearlane.edits.institutional;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.CodeUse;
import org.clearlane.model.claim.SegmentFact;
import org.clearlane.model.claim.SegmentTag;
import org.clearlane.model.claim.ServiceLine;

/** An unplanned outpatient visit (CL101 1, 2 or 5; revenue 045x, 0516, 0762) has a reason: 837I 2300 HI*APR. */
final class UnplannedVisitHasReason implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        SegmentFact stay = claim.first(SegmentTag.CL1);
        boolean hospital =
                claim.placeOfService().equals("13") || claim.placeOfService().equals("85");
        boolean unplanned = stay != null && (stay.is(1, "1") || stay.is(1, "2") || stay.is(1, "5"));
        if (!hospital || !unplanned || claim.code(CodeUse.REASON_FOR_VISIT) != null) {
            return;
        }
        for (ServiceLine line : claim.lines()) {
            String revenue = line.revenueCode();
            if (revenue.startsWith("045") || revenue.equals("0516") || revenue.equals("0762")) {
                out.report(line.service().place(1), revenue, "", line.number());
                return;
            }
        }
    }

    @Override
    public long needs() {
        return SegmentTag.CL1.bit();
    }
}
