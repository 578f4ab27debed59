package org.clearlane.edits.providers;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.edits.Places;
import org.clearlane.model.claim.Claim;

/** 2010AA NM109 is there: 45 CFR 162.410 asks it of every health care provider. */
final class BillingProviderHasNpi implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        if (claim.billingProvider().position() > 0
                && claim.billingProvider().npi().isEmpty()) {
            out.report(Places.billing(claim, 9), "", "85");
        }
    }
}
