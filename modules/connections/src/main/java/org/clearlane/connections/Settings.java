package org.clearlane.connections;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The settings of one connection, already found free of mistakes, with defaults filled in. */
final class Settings {

    private final ConnectionKind kind;
    private final Map<String, String> given;
    private final SecretResolver secrets;

    Settings(ConnectionKind kind, Map<String, String> given, SecretResolver secrets) {
        this.kind = kind;
        this.given = given;
        this.secrets = secrets;
    }

    Optional<String> optional(String name) {
        Setting setting = kind.setting(name);
        return Optional.ofNullable(given.getOrDefault(name, setting.fallback()));
    }

    String text(String name) {
        return optional(name).orElseThrow(() -> new IllegalStateException("no setting " + name));
    }

    Path path(String name) {
        return Path.of(text(name)).toAbsolutePath().normalize();
    }

    long number(String name) {
        return Long.parseLong(text(name));
    }

    Duration milliseconds(String name) {
        return Duration.ofMillis(number(name));
    }

    boolean flag(String name) {
        return Boolean.parseBoolean(text(name));
    }

    URI url(String name) {
        return URI.create(text(name));
    }

    Optional<Secret> secret(String name) {
        return optional(name).map(reference -> new Secret(reference, secrets));
    }

    /** A private key: a secret reference, or the path of its file, which is held to the same rules as a secret's. */
    Optional<Secret> key(String name) {
        return optional(name)
                .map(text -> SecretResolver.isReference(text) ? text : "file:" + text)
                .map(reference -> new Secret(reference, secrets));
    }
}
