package org.clearlane.edits.providers;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.edits.Places;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.OtherProvider;

/** 2310B is only there when somebody else than the billing provider gave the service: 837P 2310B. */
final class RenderingIsNotBilling implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        for (OtherProvider provider : claim.otherProviders()) {
            if (provider.role().equals("82")
                    && provider.line() == 0
                    && !provider.id().isEmpty()
                    && provider.id().equals(claim.billingProvider().npi())) {
                out.report(Places.provider(provider, 9), provider.id(), "82");
            }
        }
    }
}
