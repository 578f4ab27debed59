package org.clearlane.edits.coding;

import org.clearlane.model.claim.OtherProvider;

/** What a biller calls a provider, by NM101. */
final class ProviderWords {

    private ProviderWords() {}

    static String of(OtherProvider provider) {
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
                    case "PW" -> "place of pick-up";
                    case "45" -> "place of drop-off";
                    default -> "provider";
                };
        return provider.line() == 0 ? role : role + " of line " + provider.line();
    }
}
