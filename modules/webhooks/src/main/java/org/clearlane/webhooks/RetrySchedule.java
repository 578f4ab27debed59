package org.clearlane.webhooks;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When an attempt follows one that failed: at once, then after 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 14 h, 20 h and 24 h, as
 * Standard Webhooks proposes; after some 75 hours it is over. Up to a tenth is added by chance, so that what failed together
 * is not tried together.
 */
final class RetrySchedule {

    static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    private final RandomGenerator chance;

    RetrySchedule(RandomGenerator chance) {
        this.chance = chance;
    }

    /** The pause after this many tries; empty when that was the last. */
    Optional<Duration> after(int tries) {
        if (tries > PAUSES.size()) {
            return Optional.empty();
        }
        long pause = PAUSES.get(tries - 1).toMillis();
        return Optional.of(Duration.ofMillis(pause + chance.nextLong(pause / 10 + 1)));
    }
}
