package org.clearlane.edits.professional;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.BillingProvider;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.finding.Place;

/** 2010AA NM109 passes the check digit of the NPI standard. */
final class BillingNpiCheckDigit implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        BillingProvider billing = claim.billingProvider();
        if (billing != null && !billing.npi().isEmpty() && !NpiCheckDigit.holds(billing.npi())) {
            out.report(Place.ofSegment("2010AA", "NM1", billing.position()).atElement(9), billing.npi(), "85");
        }
    }

    @Override
    public boolean isAboutBillingProviderOnly() {
        return true;
    }
}
