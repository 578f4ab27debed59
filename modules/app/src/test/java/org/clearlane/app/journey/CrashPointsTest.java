package org.clearlane.app.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clearlane.app.custody.CustodyCommand;
import org.clearlane.app.demo.DemoPayers;
import org.clearlane.custody.CustodyReport;
import org.clearlane.generator.GeneratedPayer;
import org.clearlane.model.CrashPoint;
import org.clearlane.simulator.JournalLine;
import org.clearlane.simulator.JournaledClaim;
import org.clearlane.simulator.PayerSimulator;
import org.clearlane.simulator.SimulatorSettings;
import org.clearlane.store.Ids;
import org.clearlane.store.database.Database;
import org.clearlane.store.ledger.ApiKeys;
import org.clearlane.store.ledger.Ledger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/**
 * F-01: the service dies at every named durable step of the journey, as by kill -9, and goes on without an operator. All
 * deaths happen to one data folder, so that what one of them leaves behind meets the next one.
 */
@Tag("slow")
@Tag("crash")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CrashPointsTest {

    private static final Duration UNTIL_IT_DIES = Duration.ofSeconds(60);
    private static final Duration UNTIL_QUIET = Duration.ofSeconds(90);
    private static final Duration FIRST_MOVE = Duration.ofSeconds(60);
    private static final int CLAIMS = 12;
    private static final int KILLED = 137;
    private static final List<GeneratedPayer> PAYERS =
            List.of(ClaimFile.NORTHWIND, ClaimFile.BLUE_HARBOR, ClaimFile.CEDAR_POINT);
    private static final String FIRST_MOVED =
            "select coalesce(extract(epoch from min(at) - ?) * 1000, -1)::bigint from claim_events where at >= ?";

    @TempDir
    private static Path temp;

    private static Path data;
    private static Path config;
    private static PayerSimulator payers;
    private static Map<String, String> environment;
    private static ServiceProcess service;
    private static Database database;
    private static Ledger ledger;
    private static LedgerLook look;

    private static final List<ClaimFile> HANDED_IN = new ArrayList<>();
    private static final Set<CrashPoint> DIED_AT = EnumSet.noneOf(CrashPoint.class);
    private static final List<String> MEASURED = new ArrayList<>();
    private static int starts;

    @BeforeAll
    static void startOnceSoThatThereIsSomethingToDieOn() throws Exception {
        ((Logger) LoggerFactory.getLogger("org.clearlane.simulator")).setLevel(Level.WARN);
        data = temp.resolve("data");
        config = JourneyConfig.write(temp.resolve("config"));
        payers = PayerSimulator.start(
                SimulatorSettings.parse(JourneyPayers.settings(), temp).withData(data.resolve("simulator")),
                Clock.systemUTC());
        environment = DemoPayers.placeholders(payers.endpoints(), data.resolve("secrets/payers"));
        start();
        service.awaitReady();
        database = Database.open(data, null);
        ledger = new Ledger(database.pipeline(), Clock.systemUTC(), new Ids(Clock.systemUTC()));
        look = new LedgerLook(ledger);
        MEASURED.add("first start with an empty folder: " + since(service.started()));
    }

    @AfterAll
    static void stopEverything() throws Exception {
        System.out.println("Crash points, from the start after the death:\n  " + String.join("\n  ", MEASURED));
        if (service != null && service.isAlive()) {
            service.kill();
        }
        if (database != null) {
            database.shutDown();
        }
        if (payers != null) {
            payers.close();
        }
    }

    /** Every point; those around the handing over, where transports differ, once for each transport. */
    static Stream<Arguments> deaths() {
        Set<CrashPoint> handover = EnumSet.of(CrashPoint.SEND_BEFORE_DELIVER, CrashPoint.SEND_DELIVERED_BEFORE_COMMIT);
        return Arrays.stream(CrashPoint.values())
                .flatMap(point -> handover.contains(point)
                        ? PAYERS.stream().map(payer -> Arguments.of(point, named(List.of(payer))))
                        : Stream.of(Arguments.of(point, named(PAYERS))));
    }

    private static Named<List<GeneratedPayer>> named(List<GeneratedPayer> billed) {
        return Named.of(billed.stream().map(GeneratedPayer::id).collect(Collectors.joining(" ")), billed);
    }

    @Order(1)
    @ParameterizedTest
    @MethodSource("deaths")
    void goesOnAfterDyingAt(CrashPoint point, List<GeneratedPayer> billed) throws Exception {
        service.arm(point);
        handIn(file(billed));
        awaitDeath(point);

        start();
        awaitQuiet(point + " " + named(billed).getName());
    }

    @Order(2)
    @ParameterizedTest
    @EnumSource(names = {"INTAKE_BEFORE_COMMIT", "INTAKE_AFTER_COMMIT"})
    void answersARetryAsItWouldHaveAnswered(CrashPoint point) throws Exception {
        String key = ledger.transact(tx -> ApiKeys.create(tx, ClaimFile.LAKESIDE));
        ClaimFile file = file(PAYERS);
        HANDED_IN.add(file);
        int port = service.awaitReady();
        service.arm(point);
        assertThat(post(port, key, file)).as("no answer, as nothing is certain").isZero();
        awaitDeath(point);

        start();
        assertThat(post(service.awaitReady(), key, file)).isEqualTo(202);
        awaitQuiet(point + " by API");
        assertThat(look.number("select count(*) from idempotency_keys where repeat"))
                .isZero();
    }

    @Order(3)
    @Test
    void stopsWithinThirtySecondsWhenAskedToUnderLoad() throws Exception {
        for (int i = 0; i < 5; i++) {
            handIn(file(PAYERS));
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() -> look.number("select count(*) from claims where state in ('QUEUED', 'BATCHED')") > 0);

        MEASURED.add("SIGTERM under load to the end: " + service.stop().toMillis() + " ms");

        start();
        awaitQuiet("SIGTERM under load");
    }

    @Order(4)
    @Test
    void hasLostAndDoubledNothingInTheEnd() throws Exception {
        assertThat(DIED_AT).as("points reached").containsExactlyInAnyOrder(CrashPoint.values());

        CustodyReport custody = CustodyCommand.check(database, data);
        assertThat(custody.ok()).as(custody.toText()).isTrue();

        List<String> numbers =
                HANDED_IN.stream().flatMap(file -> file.numbers().stream()).toList();
        assertThat(payers.payers().stream()
                        .flatMap(payer -> payers.claims(payer).stream())
                        .map(JournaledClaim::pcn))
                .as("what the payers took: every claim, once")
                .containsExactlyInAnyOrderElementsOf(numbers);
        assertThat(payers.payers().stream()
                        .flatMap(payer -> payers.journal(payer).stream())
                        .map(JournalLine::marker))
                .as("nothing reached a payer with a control number it knew")
                .containsOnly(JournalLine.Marker.FIRST);
        assertThat(look.number("select count(*) from files")).isEqualTo(HANDED_IN.size());
        assertThat(look.texts("select original_name from file_repeats")).isEmpty();
        assertThat(look.texts("select distinct state from claims")).containsExactly("PAID");
        assertThat(look.texts("select message from worklist")).isEmpty();
        assertThat(look.number("select count(*) from deliveries where delivered_at is null"))
                .isZero();
        assertThat(filesIn(data.resolve("inbox").resolve(ClaimFile.LAKESIDE))).isEmpty();

        MEASURED.add("SIGTERM at rest to the end: " + service.stop().toMillis() + " ms");
    }

    private static ClaimFile file(List<GeneratedPayer> billed) {
        return ClaimFile.of("C%03d".formatted(HANDED_IN.size() + 1), CLAIMS, billed.toArray(GeneratedPayer[]::new));
    }

    private static void start() throws IOException {
        Path log = temp.resolve("serve-%03d.log".formatted(++starts));
        service = ServiceProcess.start(data, config, environment, log);
    }

    private static void awaitDeath(CrashPoint point) throws InterruptedException {
        assertThat(service.awaitEnd(UNTIL_IT_DIES)).as(service.output()).isEqualTo(KILLED);
        DIED_AT.add(point);
    }

    private static void handIn(ClaimFile file) throws IOException {
        Path inbox = Files.createDirectories(data.resolve("inbox").resolve(file.practice()));
        Path part = inbox.resolve("claims-" + file.control() + ".edi.part");
        Files.write(part, file.bytes());
        Files.move(part, inbox.resolve("claims-" + file.control() + ".edi"), StandardCopyOption.ATOMIC_MOVE);
        HANDED_IN.add(file);
    }

    /** The status, or 0 where the connection ended without an answer. */
    private static int post(int port, String key, ClaimFile file) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/files"))
                .header("Authorization", "Bearer " + key)
                .header("Idempotency-Key", "file " + file.control())
                .POST(HttpRequest.BodyPublishers.ofByteArray(file.bytes()))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        }
    }

    /** Lets it work; nobody helps. */
    private static void awaitQuiet(String after) throws Exception {
        await(after)
                .atMost(UNTIL_QUIET)
                .pollInterval(Duration.ofMillis(100))
                .failFast(service::assertAlive)
                .until(CrashPointsTest::isQuiet);
        long numbers =
                HANDED_IN.stream().mapToLong(file -> file.numbers().size()).sum();
        assertThat(look.number("select count(*) from claims")).as(after).isEqualTo(numbers);
        Duration first = Duration.ofMillis(
                look.number(FIRST_MOVED, Timestamp.from(service.started()), Timestamp.from(service.started())));
        assertThat(first).as("first claim moving after %s", after).isBetween(Duration.ZERO, FIRST_MOVE);
        CustodyReport custody = CustodyCommand.check(database, data);
        assertThat(custody.ok()).as("%s: %s", after, custody.toText()).isTrue();
        MEASURED.add("%-50s first claim moves after %5d ms, all quiet after %8s"
                .formatted(after, first.toMillis(), since(service.started())));
    }

    private static boolean isQuiet() throws IOException {
        return filesIn(data.resolve("inbox").resolve(ClaimFile.LAKESIDE)).isEmpty()
                && payers.isQuiet()
                && JourneyPayers.uncollected(data.resolve("simulator")).isEmpty()
                && look.unsettled() == 0;
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .toList();
        }
    }

    private static String since(Instant instant) {
        return Duration.between(instant, Instant.now()).toMillis() + " ms";
    }
}
