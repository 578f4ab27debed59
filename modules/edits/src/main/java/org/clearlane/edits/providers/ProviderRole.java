package org.clearlane.edits.providers;

import org.clearlane.model.claim.OtherProvider;

/** What a provider beside the billing provider does, in words. */
final class ProviderRole {

    private ProviderRole() {}

    static String inWords(OtherProvider provider) {
        String role =
                switch (provider.role()) {
                    case "DN", "P3" -> "referring provider";
                    case "82" -> "rendering provider";
                    case "77" -> "service facility";
                    case "DQ" -> "supervising provider";
                    case "DK" -> "ordering provider";
                    case "QB" -> "purchased service provider";
                    case "71" -> "attending provider";
                    case "72" -> "operating physician";
                    case "ZZ" -> "other operating physician";
                    case "DD" -> "assistant surgeon";
                    default -> "provider";
                };
        return provider.line() == 0 ? role : role + " of line " + provider.line();
    }
}
