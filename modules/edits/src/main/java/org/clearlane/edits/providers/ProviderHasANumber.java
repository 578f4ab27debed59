package org.clearlane.edits.providers;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.edits.Places;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.OtherProvider;
import org.clearlane.model.claim.SegmentFact;
import org.clearlane.model.claim.SegmentTag;

/** Everybody named in 2310 and 2420 who must have an NPI has one, or another number in REF. */
final class ProviderHasANumber implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        for (OtherProvider provider : claim.otherProviders()) {
            if (provider.id().isEmpty() && isAPerson(provider.role()) && !has(provider)) {
                out.report(Places.provider(provider, 9), "", provider.role(), ProviderRole.inWords(provider));
            }
        }
    }

    private static boolean isAPerson(String role) {
        return switch (role) {
            case "77", "PW", "45" -> false;
            default -> true;
        };
    }

    private static boolean has(OtherProvider provider) {
        return SegmentFact.first(provider.segments(), SegmentTag.REF) != null;
    }
}
