package org.clearlane.edits.claim;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.edits.Places;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.OtherProvider;
import org.clearlane.model.claim.ReferenceFact;
import org.clearlane.model.claim.SegmentTag;

/** A referral number comes with the referring provider: 837P 2300 REF*9F and 2310A. */
final class ReferralHasReferrer implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        ReferenceFact referral = claim.reference("9F");
        if (referral == null) {
            return;
        }
        for (OtherProvider provider : claim.otherProviders()) {
            if (provider.role().equals("DN") || provider.role().equals("P3")) {
                return;
            }
        }
        out.report(Places.reference(referral), referral.value());
    }

    @Override
    public long needs() {
        return SegmentTag.REF.bit();
    }
}
