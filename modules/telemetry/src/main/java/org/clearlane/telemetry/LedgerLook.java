package org.clearlane.telemetry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.clearlane.store.ledger.Figures;

/**
 * The ledger's figures as they were a moment ago: read at most every fifteen seconds however often they are asked for, in a
 * thread of its own, so that a dead database holds nobody up. Safe for use by several threads.
 */
public final class LedgerLook implements AutoCloseable {

    static final Duration KEPT = Duration.ofSeconds(15);
    /** Adding up the last day's files reads their claims: rarely. */
    static final Duration IMBALANCE_KEPT = Duration.ofMinutes(5);

    private static final Duration PATIENCE = Duration.ofMillis(1500);

    private final Clock clock;
    private final Supplier<Figures> figures;
    private final Function<Instant, Long> balance;
    private final ExecutorService reader = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("ledger-look").factory());
    private Future<?> looking;
    private volatile Figures last;
    private volatile Instant lookedAt = Instant.EPOCH;
    private volatile Instant readAt;
    private volatile Instant balancedAt = Instant.EPOCH;
    private volatile long imbalance;
    private volatile boolean up;

    /**
     * A look.
     *
     * @param figures reads them
     * @param balance counts what does not add up
     */
    public LedgerLook(Clock clock, Supplier<Figures> figures, Function<Instant, Long> balance) {
        this.clock = clock;
        this.figures = figures;
        this.balance = balance;
    }

    /** The last figures; empty when there were none yet. */
    Optional<Figures> look() {
        Future<?> underWay = null;
        synchronized (this) {
            if (looking != null && !looking.isDone()) {
                // A database that hangs is asked once, not by everybody who looks.
                up = false;
            } else if (!lookedAt.plus(KEPT).isAfter(clock.instant())) {
                lookedAt = clock.instant();
                looking = reader.submit(this::read);
                underWay = looking;
            }
        }
        if (underWay != null) {
            await(underWay);
        }
        return Optional.ofNullable(last);
    }

    /** The next look is a new one. */
    synchronized void forget() {
        lookedAt = Instant.EPOCH;
        balancedAt = Instant.EPOCH;
    }

    private void await(Future<?> underWay) {
        try {
            underWay.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            up = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private void read() {
        try {
            Instant now = clock.instant();
            last = figures.get();
            if (!balancedAt.plus(IMBALANCE_KEPT).isAfter(now)) {
                imbalance = balance.apply(now);
                balancedAt = now;
            }
            readAt = now;
            up = true;
        } catch (RuntimeException away) {
            up = false;
        }
    }

    /** Seconds since then, never less than none. */
    long since(Instant then) {
        return Math.max(0, Duration.between(then, clock.instant()).toSeconds());
    }

    Number oldestAge() {
        Figures known = last;
        return known == null || known.oldestInFlight() == null ? 0 : since(known.oldestInFlight());
    }

    Number imbalance() {
        return imbalance;
    }

    Number up() {
        return up ? 1 : 0;
    }

    Number age() {
        return readAt == null ? Float.NaN : since(readAt);
    }

    @Override
    public void close() {
        reader.shutdownNow();
    }
}
