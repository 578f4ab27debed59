package org.clearlane.edits.claim;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.edits.Places;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.ReferenceFact;
import org.clearlane.model.claim.SegmentTag;

/** Prior authorization and referral are different numbers: 837 2300 REF*G1 and REF*9F. */
final class AuthorizationIsNotTheReferral implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        ReferenceFact authorization = claim.reference("G1");
        ReferenceFact referral = claim.reference("9F");
        if (authorization != null && referral != null && authorization.value().equals(referral.value())) {
            out.report(Places.reference(referral), referral.value());
        }
    }

    @Override
    public long needs() {
        return SegmentTag.REF.bit();
    }
}
