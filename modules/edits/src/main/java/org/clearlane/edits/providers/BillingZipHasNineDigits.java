package org.clearlane.edits.providers;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Address;
import org.clearlane.model.claim.Claim;

/** 2010AA N403 of an address in the United States has nine digits: 837 2010AA N403. */
final class BillingZipHasNineDigits implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        Address address = claim.billingProvider().address();
        boolean abroad = !address.country().isEmpty() && !address.country().equals("US");
        if (address.city() != null && !abroad && address.zip().length() != 9) {
            out.report(address.city().place(3), address.zip(), "85");
        }
    }
}
