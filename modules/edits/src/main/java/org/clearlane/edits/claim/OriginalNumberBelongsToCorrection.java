package org.clearlane.edits.claim;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.edits.Places;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.SegmentTag;

/** REF*F8 stands only on a claim that replaces or voids another: 837 2300 REF*F8. */
final class OriginalNumberBelongsToCorrection implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        if (claim.frequency().equals("1") && !claim.payerClaimNumber().isEmpty()) {
            out.report(Places.reference(claim.reference("F8")), claim.payerClaimNumber());
        }
    }

    @Override
    public long needs() {
        return SegmentTag.REF.bit();
    }
}
