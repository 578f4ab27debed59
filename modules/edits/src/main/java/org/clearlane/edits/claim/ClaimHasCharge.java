package org.clearlane.edits.claim;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;

/** A claim that is to be paid (BHT06 CH) charges something: 837 2300 CLM02. */
final class ClaimHasCharge implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        if (claim.charge() != null
                && claim.charge().cents() == 0
                && claim.transactionType().equals("CH")
                && !context.predetermination()) {
            out.report(claim.clm().place(2), claim.clm().element(2));
        }
    }
}
