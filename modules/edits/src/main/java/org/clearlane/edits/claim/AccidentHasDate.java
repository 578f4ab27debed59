package org.clearlane.edits.claim;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;

/** CLM11 of AA or OA needs DTP*439: 837P and 837D 2300 DTP. */
final class AccidentHasDate implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        if (claim.clm().has(11) && (claim.isCausedBy("AA") || claim.isCausedBy("OA")) && claim.date("439") == null) {
            out.report(claim.clm().place(11), claim.clm().element(11));
        }
    }
}
