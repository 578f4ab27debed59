package org.clearlane.edits.professional;

import org.clearlane.edits.Edit;
import org.clearlane.edits.EditContext;
import org.clearlane.edits.FindingCollector;
import org.clearlane.model.claim.Claim;
import org.clearlane.model.claim.OtherProvider;
import org.clearlane.model.finding.Place;

/** Every other NPI of the claim (2310, 2420 NM109 with NM108 XX) passes its check digit. */
final class OtherProviderNpiCheckDigit implements Edit {

    @Override
    public void examine(Claim claim, EditContext context, FindingCollector out) {
        for (OtherProvider provider : claim.otherProviders()) {
            if (provider.idQualifier().equals("XX")
                    && !provider.id().isEmpty()
                    && !NpiCheckDigit.holds(provider.id())) {
                out.report(
                        Place.ofSegment(provider.loop(), "NM1", provider.position())
                                .atElement(9),
                        provider.id(),
                        provider.role(),
                        words(provider));
            }
        }
    }

    private static String words(OtherProvider provider) {
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
