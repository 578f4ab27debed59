package org.clearlane.edits.claim;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;

/** CLM01 has at most twenty characters, which is what payers must give back: 837 2300 CLM01. */
final class ClaimNumberIsNotLong implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        if (claim.patientControlNumber().length() > 20) {
            out.report(claim.clm().place(1), claim.patientControlNumber());
        }
    }
}
