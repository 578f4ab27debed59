package org.clearlane.edits.providers;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.edits.Places;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.OtherProvider;

/** Place of service 12, the patient's home, goes without 2310C: 837P 2310C. */
final class NoFacilityAtHome implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        if (!claim.placeOfService().equals("12")) {
            return;
        }
        for (OtherProvider provider : claim.otherProviders()) {
            if (provider.role().equals("77") && provider.line() == 0) {
                out.report(Places.provider(provider, 1), "77", "77");
            }
        }
    }
}
