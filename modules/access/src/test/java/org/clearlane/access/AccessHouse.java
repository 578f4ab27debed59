package org.clearlane.access;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.clearlane.model.directory.Practice;
import org.clearlane.store.Ids;
import org.clearlane.store.database.Database;
import org.clearlane.store.ledger.Ledger;
import org.clearlane.store.ledger.Practices;

/** A ledger with two practices, {@code lakeside} and {@code harbor}, a clock that stands still, and the door of the house. */
final class AccessHouse implements AutoCloseable {

    private final Database database;
    private final StillClock clock = new StillClock();
    private final Ledger ledger;
    private final SignIn door;

    private AccessHouse(Path folder) {
        database = Database.open(folder, null);
        ledger = new Ledger(database.pipeline(), clock, new Ids(clock));
        ledger.run(tx -> Practices.know(
                tx,
                List.of(
                        new Practice("lakeside", "Lakeside", Set.of("L"), Set.of(), Set.of()),
                        new Practice("harbor", "Harbor", Set.of("H"), Set.of(), Set.of()))));
        door = new SignIn(ledger, SecretBox.in(folder.resolve("secrets")));
    }

    static AccessHouse open(Path folder) {
        return new AccessHouse(folder);
    }

    Database database() {
        return database;
    }

    Ledger ledger() {
        return ledger;
    }

    SignIn door() {
        return door;
    }

    StillClock clock() {
        return clock;
    }

    String code(byte[] secret) {
        return TimeCodes.codeAt(secret, clock.instant());
    }

    @Override
    public void close() {
        database.shutDown();
    }

    /** Stands still until it is moved. */
    static final class StillClock extends Clock {

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
