package org.clearlane.edits.providers;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.finding.Place;

/** REF02 of the billing provider's tax number is nine digits: 837 2010AA REF. */
final class TaxNumberHasNineDigits implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        String number = claim.billingProvider().taxId();
        if (!number.isEmpty() && !isShaped(number)) {
            out.report(
                    Place.ofSegment("2010AA", "REF", claim.billingProvider().taxIdPosition())
                            .atElement(2),
                    number,
                    "85");
        }
    }

    private static boolean isShaped(String number) {
        boolean says = false;
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            if (c < '0' || c > '9') {
                return false;
            }
            says |= c != '0';
        }
        return number.length() == 9 && says;
    }
}
