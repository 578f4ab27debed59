package org.clearlane.edits.claim;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;

/** A claim to this kind of insurance (SBR09) says the cause that goes with it (CLM11): 837P 2300 CLM11. */
final class CauseFitsFiling implements Edit {

    private final String filing;
    private final String cause;

    CauseFitsFiling(String filing, String cause) {
        this.filing = filing;
        this.cause = cause;
    }

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        if (claim.subscriber().filingIndicator().equals(filing) && !claim.isCausedBy(cause)) {
            out.report(claim.clm().place(11), claim.clm().element(11));
        }
    }
}
