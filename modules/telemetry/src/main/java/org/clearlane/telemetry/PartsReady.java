package org.clearlane.telemetry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.clearlane.api.Readiness;

/**
 * Asks each part whether it answers, all at the same time and for a second and a half at most. Asked often it answers as it did
 * a second ago, and a part that hangs is asked once, so whoever watches costs nothing. Safe for use by several threads.
 */
public final class PartsReady implements Readiness, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMillis(1500);
    private static final Duration KEPT = Duration.ofSeconds(1);

    private final Clock clock;
    private final List<Part> parts = new ArrayList<>();
    private final ExecutorService askers = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("ready-", 0).factory());
    private Instant askedAt = Instant.EPOCH;
    private List<String> missing = List.of();

    private static final class Part {
        private final String trouble;
        private final BooleanSupplier answers;
        private Future<Boolean> asked;

        Part(String trouble, BooleanSupplier answers) {
            this.trouble = trouble;
            this.answers = answers;
        }
    }

    public PartsReady(Clock clock) {
        this.clock = clock;
    }

    /** Adds a part, before anybody asks; {@code trouble} is what is said when it does not answer. */
    public PartsReady with(String trouble, BooleanSupplier answers) {
        parts.add(new Part(trouble, answers));
        return this;
    }

    @Override
    public synchronized List<String> missing() {
        if (askedAt.plus(KEPT).isAfter(clock.instant())) {
            return missing;
        }
        for (Part part : parts) {
            if (part.asked == null || part.asked.isDone()) {
                part.asked = askers.submit(part.answers::getAsBoolean);
            }
        }
        long until = System.nanoTime() + PATIENCE.toNanos();
        missing = parts.stream()
                .filter(part -> !answered(part, until - System.nanoTime()))
                .map(part -> part.trouble)
                .toList();
        askedAt = clock.instant();
        return missing;
    }

    private static boolean answered(Part part, long nanos) {
        try {
            return part.asked.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        askers.shutdownNow();
    }
}
