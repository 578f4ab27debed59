package org.clearlane.pipeline;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.clearlane.model.directory.PayerProfile;

/** The payers of a town: three claims a set, a window of a minute. */
final class TownPayer {

    private TownPayer() {}

    static PayerProfile profile(String id, String name, String code, String delimiters, boolean lineBreaks) {
        return new PayerProfile(
                id,
                name + " health",
                Set.of(code),
                new PayerProfile.Envelope(
                        "ZZ",
                        "CLEARLANE",
                        "ZZ",
                        code,
                        "CLEARLANE",
                        code,
                        "THE PAYER",
                        code,
                        delimiters,
                        lineBreaks,
                        'P'),
                new PayerProfile.Batch(Duration.ofSeconds(60), 3),
                Town.RETRY,
                new PayerProfile.ConnectionSettings("folder", Duration.ofSeconds(1), Map.of()));
    }
}
