package org.clearlane.edits.claim;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;

/** What work caused goes to workers' compensation before anybody else: 837P 2300 CLM11 EM. */
final class WorkGoesToWorkersCompensation implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        if (claim.clm().has(11)
                && claim.isCausedBy("EM")
                && claim.subscriber().responsibility().equals("P")
                && !claim.subscriber().filingIndicator().equals("WC")) {
            out.report(claim.clm().place(11), "EM");
        }
    }
}
