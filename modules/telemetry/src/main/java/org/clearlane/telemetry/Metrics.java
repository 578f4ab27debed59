package org.clearlane.telemetry;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.clearlane.pipeline.Step;
import org.clearlane.store.database.Database.PoolUse;
import org.clearlane.store.ledger.Figures;
import org.clearlane.store.ledger.Figures.Count;
import org.clearlane.store.ledger.Figures.Queue;
import org.clearlane.store.ledger.Figures.Undelivered;

/**
 * What this node tells Prometheus. Labels are of closed lists: states, payers, queues, routes' templates; none names a patient,
 * a claim, a file or a person. Safe for use by several threads.
 */
public final class Metrics implements AutoCloseable {

    private static final Duration[] STAGES = {
        Duration.ofMillis(50),
        Duration.ofMillis(250),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(30),
        Duration.ofMinutes(2),
        Duration.ofMinutes(10)
    };
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics garbage = new JvmGcMetrics();
    private final LedgerLook ledger;
    private final Map<String, AtomicLong> moves = new ConcurrentHashMap<>();
    private final MultiGauge queueDepth;
    private final MultiGauge queueAge;
    private final MultiGauge parked;
    private final MultiGauge undelivered;
    private final MultiGauge worklist;

    /**
     * Begins to measure.
     *
     * @param version of the program
     */
    public Metrics(LedgerLook ledger, String version) {
        this.ledger = ledger;
        queueDepth = many("clearlane.outbox.messages", "Work of a queue that is not done and not given up");
        queueAge = many("clearlane.outbox.oldest.age.seconds", "How long the oldest open work of a queue is overdue");
        parked = many("clearlane.outbox.parked.messages", "Work that was given up until a person looks at it");
        undelivered =
                many("clearlane.interchanges.undelivered", "Interchanges that are not handed over to their payer");
        worklist = many("clearlane.worklist.items", "What waits for a person");
        gauge(
                "clearlane.oldest.inflight.age.seconds",
                "Age of the oldest file or claim not handed over",
                ledger::oldestAge);
        gauge("clearlane.custody.imbalance", "Files of the last day that do not add up; must be 0", ledger::imbalance);
        gauge("clearlane.ledger.figures.age.seconds", "How old the figures of the ledger are", ledger::age);
        gauge("clearlane.ledger.up", "1 when the ledger could be read at the last look", ledger::up);
        Gauge.builder("clearlane.build.info", () -> 1)
                .description("Which program runs; always 1")
                .tags(
                        "version",
                        version,
                        "java",
                        Integer.toString(Runtime.version().feature()))
                .register(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ClassLoaderMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        garbage.bindTo(registry);
    }

    private MultiGauge many(String name, String meaning) {
        return MultiGauge.builder(name).description(meaning).register(registry);
    }

    private void gauge(String name, String meaning, java.util.function.Supplier<Number> value) {
        Gauge.builder(name, value).description(meaning).strongReference(true).register(registry);
    }

    /** Watches the connections to the database. */
    public void pools(java.util.function.Supplier<List<PoolUse>> pools) {
        for (PoolUse each : pools.get()) {
            pool(pools, each.role(), "active", PoolUse::active);
            pool(pools, each.role(), "idle", PoolUse::idle);
            pool(pools, each.role(), "waiting", PoolUse::waiting);
            pool(pools, each.role(), "most", PoolUse::most);
        }
    }

    private void pool(
            java.util.function.Supplier<List<PoolUse>> pools,
            String role,
            String what,
            Function<PoolUse, Number> value) {
        Gauge.builder("clearlane.database.connections", () -> pools.get().stream()
                        .filter(pool -> pool.role().equals(role))
                        .findFirst()
                        .map(value)
                        .orElse(0))
                .description("Connections to the database by role; waiting counts threads without one")
                .tags("role", role, "use", what)
                .strongReference(true)
                .register(registry);
    }

    /** Watches the space that is left where the archive lies. */
    public void freeSpace(java.io.File folder) {
        gauge("clearlane.archive.free.bytes", "Space that is left where the archive lies", folder::getUsableSpace);
    }

    /** The same step, measured under the name of its queue. */
    public Step measured(String queue, Step step) {
        return message -> {
            Timer.Sample sample = Timer.start(registry);
            String outcome = "failed";
            try {
                step.perform(message);
                outcome = "done";
            } finally {
                sample.stop(stage(queue, outcome));
            }
        };
    }

    /** The same round, measured under this name. */
    public Runnable measured(String name, Runnable round) {
        return () -> {
            Timer.Sample sample = Timer.start(registry);
            String outcome = "failed";
            try {
                round.run();
                outcome = "done";
            } finally {
                sample.stop(stage(name, outcome));
            }
        };
    }

    private Timer stage(String stage, String outcome) {
        return Timer.builder("clearlane.stage.duration")
                .description("How long a stage of the journey took for one piece of work")
                .tags("stage", stage, "outcome", outcome)
                .serviceLevelObjectives(STAGES)
                .register(registry);
    }

    /**
     * A request was answered.
     *
     * @param route its template, such as {@code /claims/{id}}; {@code none} when there is no such route
     */
    void answered(String method, String route, int status, Duration took) {
        Timer.builder("clearlane.http.requests")
                .description("Requests by the template of their route")
                .tags(
                        "method",
                        METHODS.contains(method) ? method : "other",
                        "route",
                        route,
                        "status",
                        Integer.toString(status))
                .register(registry)
                .record(took);
    }

    /** A thing that happened, such as {@code sign-in} with outcome {@code refused}; both of closed lists. */
    public void happened(String name, String outcome) {
        Counter.builder("clearlane." + name)
                .tag("outcome", outcome)
                .register(registry)
                .increment();
    }

    /** Everything as text, in the format of Prometheus 0.0.4. */
    public String scrape() {
        ledger.look().ifPresent(this::take);
        return registry.scrape();
    }

    /** The next scrape reads the ledger anew. */
    public void forget() {
        ledger.forget();
    }

    private void take(Figures figures) {
        for (Figures.Moves each : figures.moves()) {
            moves(each.state(), each.payerId()).set(each.claims());
        }
        queueDepth.register(rows(figures.queues(), each -> Tags.of("queue", each.name()), Queue::open), true);
        queueAge.register(
                rows(figures.queues(), each -> Tags.of("queue", each.name()), each -> ledger.since(each.oldest())),
                true);
        parked.register(rows(figures.parked(), each -> Tags.of("queue", each.name()), Count::count), true);
        worklist.register(rows(figures.worklist(), each -> Tags.of("kind", each.name()), Count::count), true);
        undelivered.register(
                rows(
                        figures.undelivered(),
                        each -> Tags.of("payer", each.payerId(), "state", each.state()),
                        Undelivered::interchanges),
                true);
    }

    private AtomicLong moves(String state, String payer) {
        return moves.computeIfAbsent(state + " " + payer, unused -> {
            AtomicLong count = new AtomicLong();
            FunctionCounter.builder("clearlane.claims", count, AtomicLong::doubleValue)
                    .description("Claims that came to a state, ever; payer is none where it is not known")
                    .tags("state", state, "payer", payer.isEmpty() ? "none" : payer)
                    .register(registry);
            return count;
        });
    }

    private static <T> Iterable<MultiGauge.Row<?>> rows(List<T> of, Function<T, Tags> tags, Function<T, Number> value) {
        return of.stream()
                .<MultiGauge.Row<?>>map(each -> MultiGauge.Row.of(tags.apply(each), value.apply(each)))
                .toList();
    }

    @Override
    public void close() {
        garbage.close();
        registry.close();
        ledger.close();
    }
}
