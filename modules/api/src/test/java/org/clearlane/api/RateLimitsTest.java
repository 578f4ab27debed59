package org.clearlane.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RateLimitsTest {

    private Instant now = Instant.parse("2026-03-04T16:20:00Z");

    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    private final RateLimits limits = new RateLimits(2, Duration.ofSeconds(10), clock);

    @Test
    void refusesWhatIsBeyondTheLimitUntilTheNextWindow() {
        assertThat(limits.take("a").remaining()).isEqualTo(1);
        now = now.plusSeconds(4);
        assertThat(limits.take("a").remaining()).isZero();
        RateLimits.Left third = limits.take("a");
        assertThat(third.refused()).isTrue();
        assertThat(third.resetSeconds()).isEqualTo(6);
        now = now.plusSeconds(6);

        assertThat(limits.take("a").refused()).isFalse();
    }

    @Test
    void countsEachKeyForItself() {
        limits.take("a");
        limits.take("a");

        assertThat(limits.take("a").refused()).isTrue();
        assertThat(limits.take("b").refused()).isFalse();
    }
}
