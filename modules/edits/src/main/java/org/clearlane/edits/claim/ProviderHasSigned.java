package org.clearlane.edits.claim;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;

/** The provider's signature is on file: 837P and 837D 2300 CLM06. */
final class ProviderHasSigned implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        if (claim.clm().is(6, "N")) {
            out.report(claim.clm().place(6), "N");
        }
    }
}
