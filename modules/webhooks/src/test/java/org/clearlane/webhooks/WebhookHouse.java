package org.clearlane.webhooks;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.clearlane.access.SecretBox;
import org.clearlane.model.directory.Practice;
import org.clearlane.store.Ids;
import org.clearlane.store.Sql;
import org.clearlane.store.database.Database;
import org.clearlane.store.ledger.Ledger;
import org.clearlane.store.ledger.Practices;
import org.clearlane.store.webhooks.WebhookDeliveries;
import org.clearlane.store.webhooks.WebhookDeliveries.Attempt;
import org.clearlane.store.webhooks.WebhookEndpoint;
import org.clearlane.store.webhooks.WebhookEvents;
import org.clearlane.store.webhooks.WebhookTable;
import org.clearlane.store.webhooks.WebhookType;
import org.clearlane.webhooks.WebhookEndpoints.Actor;
import org.clearlane.webhooks.WebhookEndpoints.Result;
import org.clearlane.webhooks.WebhookEndpoints.Wish;

/** A ledger, a clock that stands still, a receiver on this machine that the operator allows, and rounds that wait for it. */
final class WebhookHouse implements AutoCloseable {

    static final Actor PAT = new Actor("usr_pat", "PRACTICE_ADMIN", "192.0.2.7");

    final MovingClock clock = new MovingClock();
    final WireMockServer receiver;
    final Ledger ledger;
    final WebhookEndpoints endpoints;
    final WebhookRound round;
    private final Database database;
    private final SecretBox box;

    WebhookHouse(Path folder) {
        database = Database.open(folder, null);
        ledger = new Ledger(database.pipeline(), clock, new Ids(clock));
        ledger.run(tx -> Practices.know(
                tx,
                List.of(
                        new Practice("lakeside", "Lakeside", Set.of("L"), Set.of(), Set.of()),
                        new Practice("harbor", "Harbor", Set.of("H"), Set.of(), Set.of()))));
        receiver =
                new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));
        receiver.start();
        box = SecretBox.in(folder.resolve("secrets"));
        AddressGuard guard = new AddressGuard(List.of("http://127.0.0.1:" + receiver.port()));
        endpoints = new WebhookEndpoints(ledger, box, guard);
        round = round(new WebhookSender(guard, Duration.ofSeconds(2)));
    }

    WebhookRound round(WebhookSender sender) {
        return new WebhookRound(ledger, box, sender, "https://claims.example.org", new Random(7), Runnable::run);
    }

    String url(String path) {
        return "http://127.0.0.1:" + receiver.port() + path;
    }

    /** A new endpoint of Lakeside that listens for everything; the others are deleted, and what was told so far. */
    Result.Secret endpoint() {
        for (WebhookEndpoint each : ledger.transact(tx -> WebhookTable.all(tx.connection(), "lakeside"))) {
            endpoints.delete(PAT, "lakeside", each.id());
        }
        ledger.run(tx -> {
            for (String table : List.of("webhook_attempts", "webhook_deliveries", "webhook_events")) {
                Sql.update(tx.connection(), "delete from " + table);
            }
        });
        receiver.resetAll();
        return (Result.Secret) endpoints.create(
                PAT,
                "lakeside",
                new Wish(
                        url("/hook"),
                        "billing system",
                        WebhookType.subscribable().stream()
                                .map(WebhookType::wire)
                                .toList()));
    }

    void happens(String file) {
        ledger.run(tx -> WebhookEvents.note(tx, WebhookType.FILE_RECEIVED, "lakeside", file, file));
    }

    WebhookEndpoint now(String id) {
        return ledger.transact(tx -> WebhookTable.of(tx.connection(), "lakeside", id))
                .orElseThrow();
    }

    List<WebhookDeliveries.Sent> sent(String id) {
        return ledger.transact(tx -> WebhookDeliveries.of(tx.connection(), id, 0, 50));
    }

    List<Attempt> attempts(long delivery) {
        return ledger.transact(tx -> WebhookDeliveries.attempts(tx.connection(), delivery));
    }

    long number(String sql, Object... values) {
        return ledger.transact(tx -> Sql.number(tx.connection(), sql, values));
    }

    @Override
    public void close() {
        round.close();
        receiver.stop();
        database.shutDown();
    }

    /** Stands still until it is moved. */
    static final class MovingClock extends Clock {

        private Instant now = Instant.parse("2026-09-23T14:00:00Z");

        void move(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
