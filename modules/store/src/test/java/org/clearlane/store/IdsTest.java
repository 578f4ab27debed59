package org.clearlane.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class IdsTest {

    private final SettableClock clock = new SettableClock();
    private final Ids ids = new Ids(clock);

    @Test
    void sortsByTheTimeTheyWereMade() {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            made.add(ids.next("clm_"));
            if (i % 10 == 9) {
                clock.move(Duration.ofMillis(1));
            }
        }

        assertThat(made).isSorted();
    }

    @Test
    void staysUniqueAndSortedWithinOneMillisecond() {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            made.add(ids.next("clm_"));
        }

        assertThat(new HashSet<>(made)).hasSize(100_000);
        assertThat(made).isSorted();
    }

    @Test
    void staysUniqueForSeveralThreads() throws Exception {
        Ids live = new Ids(Clock.systemUTC());
        Callable<Set<String>> making = () -> {
            Set<String> made = new HashSet<>();
            for (int i = 0; i < 25_000; i++) {
                made.add(live.next("clm_"));
            }
            return made;
        };
        Set<String> all = new HashSet<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<Set<String>> made : threads.invokeAll(List.of(making, making, making, making))) {
                all.addAll(made.get());
            }
        }

        assertThat(all).hasSize(100_000);
    }

    @Test
    void goesOnUpwardsWhenTheClockIsSetBack() {
        String before = ids.next("clm_");
        clock.move(Duration.ofHours(-1));

        assertThat(ids.next("clm_")).isGreaterThan(before);
    }

    @Test
    void fitsIntoRefD9BehindItsPrefix() {
        String id = ids.next("clm_");

        assertThat(id).matches("clm_[0-9ABCDEFGHJKMNPQRSTVWXYZ]{16}").hasSize(20);
    }

    @Test
    void beginsWithTheStampOfItsInstant() {
        assertThat(ids.next("clm_")).startsWith("clm_" + Ids.stamp(clock.instant()));
        assertThat(Ids.stamp(clock.instant()))
                .isLessThan(Ids.stamp(clock.instant().plusMillis(1)));
    }
}
