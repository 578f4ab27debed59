package org.clearlane.connections;

import java.util.Objects;

/** A secret that is read at the moment it is needed and can be printed without harm. */
final class Secret {

    private final String reference;
    private final SecretResolver resolver;

    Secret(String reference, SecretResolver resolver) {
        this.reference = Objects.requireNonNull(reference, "reference is null");
        this.resolver = Objects.requireNonNull(resolver, "resolver is null");
    }

    /** @throws org.clearlane.model.Failure when it cannot be read */
    String read() {
        return resolver.resolve(reference);
    }

    @Override
    public String toString() {
        return "secret";
    }
}
