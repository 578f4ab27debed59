package org.clearlane.store.people;

import java.time.Instant;
import java.util.List;

/**
 * Somebody who may sign in.
 *
 * @param id {@code usr_…}
 * @param email in lower case, by which they sign in
 * @param role one of module access
 * @param passwordHash Argon2id, or null while none was chosen
 * @param totpSealed the secret of the second factor, sealed, or null
 * @param totpConfirmedAt when a code proved that the person's device has the secret, or null
 * @param totpLastStep the time step of the last code taken
 * @param practices those the person works for; empty for people of the clearinghouse
 * @param singleKeys whether single keys are shortcuts for them (WCAG 2.1.4)
 * @param disabledAt since when they may not sign in, or null
 */
public record Person(
        String id,
        String email,
        String name,
        String role,
        String passwordHash,
        byte[] totpSealed,
        Instant totpConfirmedAt,
        long totpLastStep,
        List<String> practices,
        boolean singleKeys,
        Instant disabledAt) {

    public Person {
        practices = List.copyOf(practices);
    }

    /** Whether a second factor is in use. */
    public boolean hasSecondFactor() {
        return totpConfirmedAt != null;
    }
}
