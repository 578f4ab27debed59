package org.clearlane.edits.persons;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.edits.Places;
import org.clearlane.model.claim.Claim;

/** SBR09 says the kind of insurance: 837 2000B SBR09, required until a national plan number exists. */
final class SubscriberHasFilingIndicator implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        if (claim.subscriber().sbrPosition() > 0
                && claim.subscriber().filingIndicator().isEmpty()) {
            out.report(Places.coverage(claim, 9), "", "IL");
        }
    }
}
