package org.clearlane.edits.claim;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;

/** CLM11 of AA names the state, or the country when abroad: 837P and 837D 2300 CLM11-4. */
final class AutoAccidentHasState implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        if (claim.clm().has(11)
                && claim.isCausedBy("AA")
                && claim.clm().component(11, 4).isEmpty()
                && claim.clm().component(11, 5).isEmpty()) {
            out.report(claim.clm().place(11, 4), "");
        }
    }
}
