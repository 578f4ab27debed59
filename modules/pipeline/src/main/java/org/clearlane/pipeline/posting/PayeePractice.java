package org.clearlane.pipeline.posting;

import java.util.Optional;
import org.clearlane.model.directory.Practice;
import org.clearlane.profiles.Profiles;

/** Which practice a payee is. */
public final class PayeePractice {

    private PayeePractice() {}

    /** By NPI, else by tax number where only one practice has it; empty rather than a guess. */
    public static Optional<String> of(Profiles profiles, String npi, String taxId) {
        Optional<String> byNpi = profiles.practices().stream()
                .filter(practice -> !npi.isBlank() && practice.npis().contains(npi))
                .map(Practice::id)
                .findFirst();
        if (byNpi.isPresent()) {
            return byNpi;
        }
        String bare = bare(taxId);
        var byTax = profiles.practices().stream()
                .filter(practice -> !bare.isEmpty()
                        && practice.taxIds().stream().map(PayeePractice::bare).anyMatch(bare::equals))
                .map(Practice::id)
                .toList();
        return byTax.size() == 1 ? Optional.of(byTax.getFirst()) : Optional.empty();
    }

    /** As one text, for whoever knows only one number: NPI or tax number. */
    public static Optional<String> ofAny(Profiles profiles, String number) {
        return of(profiles, number, number);
    }

    private static String bare(String taxId) {
        return taxId.replace("-", "").strip();
    }
}
