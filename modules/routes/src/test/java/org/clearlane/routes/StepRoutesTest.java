package org.clearlane.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;
import org.clearlane.pipeline.Step;
import org.clearlane.pipeline.WorkDriver;
import org.clearlane.store.Ids;
import org.clearlane.store.Sql;
import org.clearlane.store.database.Database;
import org.clearlane.store.ledger.Ledger;
import org.clearlane.store.ledger.Outbox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the outbox through relay, broker and Camel to the step, as the service runs it. */
class StepRoutesTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir
    static Path data;

    private static Database database;
    private static EmbeddedBroker broker;
    private static Ledger ledger;

    @BeforeAll
    static void open() {
        database = Database.open(data, null);
        broker = EmbeddedBroker.start(data.resolve("broker"));
        ledger = new Ledger(database.pipeline(), Clock.systemUTC(), new Ids(Clock.systemUTC()));
    }

    @AfterAll
    static void close() {
        broker.close();
        database.close();
    }

    @Test
    void doesTheWorkOfEachMessageOnce() {
        CountingStep step = new CountingStep(ledger);
        try (RouteEngine engine = started(Map.of("step.once", step))) {
            put("step.once", "a", "b", "c");

            relay(engine).relay();

            await().atMost(LIMIT).until(() -> step.done().size() == 3);
            assertThat(step.done()).containsExactly("a", "b", "c");
        }
    }

    @Test
    void putsAMessageAsideThatFailsAndDoesItsNeighbours() {
        CountingStep good = new CountingStep(ledger);
        Step step = message -> {
            if (message.subject().equals("poison")) {
                throw new StackOverflowError();
            }
            good.perform(message);
        };
        try (RouteEngine engine = started(Map.of("step.poisoned", step))) {
            put("step.poisoned", "before", "poison", "behind");

            relay(engine).relay();

            await().atMost(LIMIT).until(() -> good.done().size() == 2);
            assertThat(good.done()).containsExactly("before", "behind");
            await().atMost(LIMIT).untilAsserted(() -> assertThat(problems("step.poisoned"))
                    .containsExactly("poison 1 StackOverflowError"));
        }
    }

    @Test
    void letsTheBrokerDeliverAgainWhenTheLedgerIsAway() {
        AtomicInteger tries = new AtomicInteger();
        CountingStep good = new CountingStep(ledger);
        Step step = message -> {
            if (tries.incrementAndGet() == 1) {
                throw new Failure(FailureCode.DATABASE_UNAVAILABLE, "the database is away");
            }
            good.perform(message);
        };
        try (RouteEngine engine = started(Map.of("step.away", step))) {
            put("step.away", "a");

            relay(engine).relay();

            await().atMost(LIMIT).until(() -> good.done().size() == 1);
            assertThat(problems("step.away")).isEmpty();
        }
    }

    private static RouteEngine started(Map<String, Step> steps) {
        RouteEngine engine = new RouteEngine(broker.url());
        engine.add(new StepRoutes(steps, Map.of(), new WorkDriver(ledger)));
        engine.start();
        return engine;
    }

    private static OutboxRelay relay(RouteEngine engine) {
        return new OutboxRelay(ledger, engine.connections(), Duration.ofSeconds(60));
    }

    private static void put(String queue, String... subjects) {
        ledger.run(tx -> {
            for (String subject : subjects) {
                Outbox.put(tx, queue, subject);
            }
        });
    }

    private static List<String> problems(String queue) {
        return ledger.transact(tx -> Sql.list(
                tx.connection(),
                """
                select subject || ' ' || attempts || ' ' || problem from outbox
                where queue = ? and problem is not null""",
                row -> row.getString(1),
                queue));
    }
}
