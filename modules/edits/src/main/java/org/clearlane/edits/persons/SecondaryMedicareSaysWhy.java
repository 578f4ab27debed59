package org.clearlane.edits.persons;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.edits.Places;
import org.clearlane.model.claim.Claim;

/** To Medicare as second or later payer SBR05 says why: 837P 2000B SBR05. */
final class SecondaryMedicareSaysWhy implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        String filing = claim.subscriber().filingIndicator();
        if ((filing.equals("MB") || filing.equals("MA"))
                && !claim.subscriber().responsibility().equals("P")
                && claim.subscriber().insuranceType().isEmpty()) {
            out.report(Places.coverage(claim, 5), "", "IL");
        }
    }
}
