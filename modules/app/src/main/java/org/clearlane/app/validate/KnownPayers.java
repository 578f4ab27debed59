package org.clearlane.app.validate;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clearlane.app.judging.OfflineProfiles;
import org.clearlane.profiles.Profiles;

/**
 * The payers of a configuration folder. Only who they are matters here and no connection is made, so what their profiles
 * leave to the environment of the service need not be set.
 */
final class KnownPayers {

    private final Profiles profiles;

    KnownPayers(Path config) {
        profiles = OfflineProfiles.load(config);
    }

    /** All of them, and the practices. */
    Profiles profiles() {
        return profiles;
    }

    /** By short name, or by the id claims use. */
    Optional<PayerQuestion> question(String name) {
        return profiles.payer(name)
                .or(() -> profiles.payerFor(name))
                .map(asked -> new PayerQuestion(asked, profiles.payers()));
    }

    /** Which ones there are. */
    String inWords() {
        if (profiles.payers().isEmpty()) {
            return "none is known: config/payers holds no profile yet";
        }
        return profiles.payers().stream()
                .map(each ->
                        each.id() + " (" + each.payerIds().stream().sorted().collect(Collectors.joining(", ")) + ")")
                .collect(Collectors.joining(", ", "known: ", ""));
    }
}
