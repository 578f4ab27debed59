package org.clearlane.edits.persons;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.edits.Places;
import org.clearlane.model.claim.Claim;

/** To Medicare (SBR09 MA, MB) the subscriber is the patient: 837P and 837I 2000B SBR02. */
final class MedicarePatientIsTheSubscriber implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        String filing = claim.subscriber().filingIndicator();
        if (claim.patient() != null && (filing.equals("MB") || filing.equals("MA"))) {
            out.report(Places.coverage(claim, 2), claim.subscriber().relationship(), "IL");
        }
    }
}
