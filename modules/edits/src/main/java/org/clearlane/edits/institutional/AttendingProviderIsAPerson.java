package org.clearlane.edits.institutional;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.edits.Places;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.OtherProvider;

/** The attending provider is a person and not the facility: 837I 2310A. */
final class AttendingProviderIsAPerson implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        for (OtherProvider provider : claim.otherProviders()) {
            if (provider.role().equals("71")
                    && !provider.id().isEmpty()
                    && provider.id().equals(claim.billingProvider().npi())) {
                out.report(Places.provider(provider, 9), provider.id(), "71");
            }
        }
    }
}
