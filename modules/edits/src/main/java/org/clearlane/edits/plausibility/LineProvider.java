package org.clearlane.edits.plausibility;

import java.util.List;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.OtherProvider;

/** Who rendered a line: the rendering provider of the line, else of the claim, else the billing provider. */
final class LineProvider {

    private static final String RENDERING = "82";

    private LineProvider() {}

    /** Whether the same provider rendered both lines (from 1). */
    static boolean isSame(Claim claim, int line, int other) {
        return id(claim, line).equals(id(claim, other));
    }

    private static String id(Claim claim, int line) {
        List<OtherProvider> providers = claim.otherProviders();
        String found = claim.billingProvider().npi();
        for (int i = 0; i < providers.size(); i++) {
            OtherProvider provider = providers.get(i);
            if (provider.role().equals(RENDERING) && provider.line() == line) {
                return provider.id();
            }
            if (provider.role().equals(RENDERING) && provider.line() == 0) {
                found = provider.id();
            }
        }
        return found;
    }
}
