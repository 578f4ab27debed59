package org.clearlane.edits.providers;

import java.util.Locale;
import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.SegmentFact;

/** 2010AA N3 is no post office box: 837 2010AA N301; boxes belong to 2010AB. */
final class BillingAddressIsAStreet implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        SegmentFact street = claim.billingProvider().address().street();
        if (street == null) {
            return;
        }
        for (int n = 1; n <= 2; n++) {
            if (isBox(street.element(n))) {
                out.report(street.place(n), street.element(n), "85");
            }
        }
    }

    private static boolean isBox(String line) {
        if (line.isEmpty() || line.charAt(0) != 'P' && line.charAt(0) != 'p') {
            return false;
        }
        String letters = line.toUpperCase(Locale.ROOT).replace(".", "").replace(" ", "");
        return letters.startsWith("POBOX") || letters.startsWith("POSTOFFICEBOX") || letters.startsWith("POSTBOX");
    }
}
