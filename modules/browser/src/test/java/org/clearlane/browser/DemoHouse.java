package org.clearlane.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.clearlane.app.Home;
import org.clearlane.app.demo.DemoPayers;
import org.clearlane.app.serve.Service;
import org.clearlane.app.serve.ServiceSettings;
import org.clearlane.simulator.PayerSimulator;
import org.clearlane.simulator.SimulatorSettings;
import org.clearlane.store.Sql;

/**
 * A whole service on a folder of its own, with the simulated payers and the practices of the demo. Everything that pages
 * show came about by the journey itself.
 */
final class DemoHouse implements AutoCloseable {

    private static final long MOST_SECONDS = 90;

    private final Path folder;
    private final PayerSimulator payers;
    private final Service service;

    private DemoHouse(Path folder, PayerSimulator payers, Service service) {
        this.folder = folder;
        this.payers = payers;
        this.service = service;
    }

    /** The house, with nobody and nothing in it. */
    static DemoHouse open() throws IOException {
        Path folder = Files.createTempDirectory("clearlane-browser");
        Path samples = Home.samples().resolve("demo");
        PayerSimulator payers = PayerSimulator.start(
                SimulatorSettings.read(samples.resolve("simulator.yaml")).withData(folder.resolve("simulator")),
                Clock.systemUTC());
        try {
            Map<String, String> values =
                    new HashMap<>(DemoPayers.placeholders(payers.endpoints(), folder.resolve("secrets/payers")));
            return new DemoHouse(
                    folder,
                    payers,
                    Service.start(
                            new ServiceSettings(folder, Home.config(), samples, values, "127.0.0.1", 0, null, null),
                            Clock.systemUTC()));
        } catch (RuntimeException e) {
            payers.close();
            throw e;
        }
    }

    Service service() {
        return service;
    }

    Path folder() {
        return folder;
    }

    /** Puts a file into a practice's folder, as its software does. */
    void handIn(String practice, String name, byte[] bytes) throws IOException {
        Path inbox = service.inbox().resolve(practice);
        Files.createDirectories(inbox);
        Path part = inbox.resolve("file.part");
        Files.write(part, bytes);
        Files.move(part, inbox.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Hands in the samples of the demo; how many. */
    int handInSamples() throws IOException {
        int files = 0;
        for (Path practice : in(Home.samples().resolve("demo/files"))) {
            for (Path file : in(practice)) {
                handIn(practice.getFileName().toString(), file.getFileName().toString(), Files.readAllBytes(file));
                files++;
            }
        }
        return files;
    }

    private static List<Path> in(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        }
    }

    /** As if a payer had called itself so: its remittances keep whatever N102 said. */
    void nameOfPayer(String payer, String name) {
        service.ledger().run(tx -> {
            for (String table : List.of("remittances", "practice_remittances")) {
                Sql.update(tx.connection(), "update " + table + " set payer_name = ? where payer_id = ?", name, payer);
            }
        });
    }

    /** Waits until a count is what it should be. */
    void settle(String sql, long wanted) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS);
        while (number(sql) != wanted) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException(sql + " is " + number(sql) + ", not " + wanted);
            }
            TimeUnit.MILLISECONDS.sleep(250);
        }
    }

    /** Waits until this many files have come, all is answered and nothing moves any more. */
    void settle(long files) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS);
        int quiet = 0;
        while (quiet < 4) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("the house has not come to rest within " + MOST_SECONDS + " s");
            }
            quiet = number("select count(*) from files") >= files && isQuiet() && payers.isQuiet() ? quiet + 1 : 0;
            TimeUnit.MILLISECONDS.sleep(250);
        }
    }

    private boolean isQuiet() {
        return number(
                        """
                        select (select count(*) from outbox where done_at is null and parked_at is null)
                            + (select count(*) from files where state <> 'JUDGED')
                            + (select count(*) from answers where state = 'RECEIVED')
                            + (select count(*) from claims where state in ('QUEUED', 'BATCHED', 'UNKNOWN_OUTCOME'))""")
                == 0;
    }

    long number(String sql, Object... values) {
        return service.ledger().transact(tx -> Sql.number(tx.connection(), sql, values));
    }

    List<String> texts(String sql, Object... values) {
        return service.ledger().transact(tx -> Sql.list(tx.connection(), sql, row -> row.getString(1), values));
    }

    @Override
    public void close() throws IOException {
        service.close();
        payers.close();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
