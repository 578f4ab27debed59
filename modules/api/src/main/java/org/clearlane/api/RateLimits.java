package org.clearlane.api;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many requests a key may make in a window of time, counted by each node for itself. Safe for use by several threads.
 * Windows of keys that are not used any more are forgotten when there are many.
 */
final class RateLimits {

    private static final int MOST_KEPT = 10_000;

    /**
     * What is left to a key.
     *
     * @param remaining requests in this window; negative for one that is refused
     * @param resetSeconds until the next window begins, at least 1
     */
    record Left(int limit, int remaining, long resetSeconds) {
        boolean refused() {
            return remaining < 0;
        }
    }

    private record Window(long number, int used) {}

    private final int limit;
    private final long windowMillis;
    private final Clock clock;
    private final Map<String, Window> windows = new ConcurrentHashMap<>();

    RateLimits(int limit, Duration window, Clock clock) {
        this.limit = limit;
        this.windowMillis = window.toMillis();
        this.clock = clock;
    }

    /** Counts a request. */
    Left take(String key) {
        long now = clock.millis();
        long number = now / windowMillis;
        if (windows.size() > MOST_KEPT) {
            windows.values().removeIf(window -> window.number() != number);
        }
        // What is refused is not counted on: the number stays what was asked for, at most one too many.
        Window window = windows.compute(
                key,
                (unused, old) -> old == null || old.number() != number
                        ? new Window(number, 1)
                        : new Window(number, Math.min(old.used() + 1, limit + 1)));
        long left = (number + 1) * windowMillis - now;
        return new Left(limit, limit - window.used(), Math.max(1, (left + 999) / 1000));
    }
}
