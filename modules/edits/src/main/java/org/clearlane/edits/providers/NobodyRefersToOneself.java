package org.clearlane.edits.providers;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.edits.Places;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.OtherProvider;
import org.clearlane.model.claim.SegmentTag;

/** Who refers to oneself needs no referral number: 837P 2310A, 2310B and 2300 REF*9F. */
final class NobodyRefersToOneself implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        if (claim.reference("9F") == null) {
            return;
        }
        for (OtherProvider referring : claim.otherProviders()) {
            if (!referring.role().equals("DN") || referring.id().isEmpty() || referring.line() > 0) {
                continue;
            }
            for (OtherProvider rendering : claim.otherProviders()) {
                if (rendering.role().equals("82")
                        && rendering.line() == 0
                        && rendering.id().equals(referring.id())) {
                    out.report(Places.provider(referring, 9), referring.id(), "DN");
                }
            }
        }
    }

    @Override
    public long needs() {
        return SegmentTag.REF.bit();
    }
}
