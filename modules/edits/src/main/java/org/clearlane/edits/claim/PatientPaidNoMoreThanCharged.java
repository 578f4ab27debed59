package org.clearlane.edits.claim;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.Money;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.ClaimKind;
import org.clearlane.model.claim.SegmentFact;
import org.clearlane.model.claim.SegmentTag;

/** AMT*F5 (AMT*F3 of institutional claims) is at most CLM02: 837 2300 AMT. */
final class PatientPaidNoMoreThanCharged implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        SegmentFact paid = claim.first(SegmentTag.AMT, claim.kind() == ClaimKind.INSTITUTIONAL ? "F3" : "F5");
        Money amount = paid == null ? null : paid.money(2);
        if (amount != null
                && claim.charge() != null
                && amount.cents() > claim.charge().cents()) {
            out.report(paid.place(2), amount.toString(), "", claim.charge());
        }
    }

    @Override
    public long needs() {
        return SegmentTag.AMT.bit();
    }
}
