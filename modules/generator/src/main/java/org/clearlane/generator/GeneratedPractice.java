package org.clearlane.generator;

import java.util.List;

/**
 * The practice that bills.
 *
 * @param name 2010AA NM103
 * @param npis 2010AA NM109: one 2000A each in every set that has claims enough
 * @param taxId 2010AA REF*EI, nine digits
 */
public record GeneratedPractice(String name, List<String> npis, String taxId) {

    public GeneratedPractice {
        npis = List.copyOf(npis);
        if (npis.isEmpty()) {
            throw new IllegalArgumentException("a practice has at least one NPI");
        }
    }
}
