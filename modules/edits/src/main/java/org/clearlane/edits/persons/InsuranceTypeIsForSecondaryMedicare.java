package org.clearlane.edits.persons;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.edits.Places;
import org.clearlane.model.claim.Claim;

/** SBR05 is only for Medicare as second or later payer: 837P 2000B SBR05. */
final class InsuranceTypeIsForSecondaryMedicare implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        String filing = claim.subscriber().filingIndicator();
        if (claim.subscriber().insuranceType().isEmpty()) {
            return;
        }
        if (claim.subscriber().responsibility().equals("P") || !filing.equals("MB") && !filing.equals("MA")) {
            out.report(Places.coverage(claim, 5), claim.subscriber().insuranceType(), "IL");
        }
    }
}
