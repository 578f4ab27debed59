package org.clearlane.edits.providers;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.OtherProvider;

/** A service given elsewhere than at the billing provider's names the place: 837P 2310C. */
final class FacilityIsNamed implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        switch (claim.placeOfService()) {
            case "19", "21", "22", "23", "24", "31", "32", "33", "34", "51", "61" -> {}
            default -> {
                return;
            }
        }
        for (OtherProvider provider : claim.otherProviders()) {
            if (provider.role().equals("77")) {
                return;
            }
        }
        out.report(claim.clm().place(5, 1), claim.placeOfService(), "77");
    }
}
