package org.clearlane.connections;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.clearlane.model.connection.PayerConnection;
import org.clearlane.model.directory.PayerProfile;

/** Makes payer profiles and the connections they ask for. */
final class Profiles {

    static final Instant NOW = Instant.parse("2026-11-23T14:05:06Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private Profiles() {}

    static PayerProfile payer(String kind, Map<String, String> settings) {
        return new PayerProfile(
                "acme",
                "Acme Health",
                Set.of("ACME1"),
                new PayerProfile.Envelope(
                        "ZZ", "CLEARLANE", "ZZ", "ACME", "CLEARLANE", "ACME", "ACME", "ACME1", "*:^~", false, 'T'),
                new PayerProfile.Batch(Duration.ofMinutes(5), 5_000),
                new PayerProfile.Retry(5, Duration.ofSeconds(1), Duration.ofMinutes(5)),
                new PayerProfile.ConnectionSettings(kind, Duration.ofMinutes(1), settings));
    }

    static PayerConnection open(String kind, Map<String, String> settings, Map<String, String> environment) {
        return PayerConnections.open(payer(kind, settings), CLOCK, new SecretResolver(environment::get));
    }
}
