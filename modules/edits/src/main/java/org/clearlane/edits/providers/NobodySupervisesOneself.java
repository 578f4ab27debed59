package org.clearlane.edits.providers;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.edits.Places;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.OtherProvider;

/** Supervising and rendering provider are two persons: 837P 2310B and 2310D. */
final class NobodySupervisesOneself implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        for (OtherProvider supervising : claim.otherProviders()) {
            if (!supervising.role().equals("DQ") || supervising.id().isEmpty()) {
                continue;
            }
            for (OtherProvider rendering : claim.otherProviders()) {
                if (rendering.role().equals("82")
                        && rendering.line() == supervising.line()
                        && rendering.id().equals(supervising.id())) {
                    out.report(Places.provider(supervising, 9), supervising.id(), "DQ");
                }
            }
        }
    }
}
