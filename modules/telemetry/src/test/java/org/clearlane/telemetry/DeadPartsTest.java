package org.clearlane.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.clearlane.store.ledger.Figures;
import org.junit.jupiter.api.Test;

/** A part that is dead, slow or broken is named, within two seconds, and holds nobody up. */
class DeadPartsTest {

    private static final Figures NOTHING = new Figures(List.of(), List.of(), List.of(), List.of(), List.of(), null);

    private final CountDownLatch never = new CountDownLatch(1);
    private Instant now = Instant.parse("2026-09-23T14:00:00Z");
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

    private boolean hang() {
        try {
            never.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return true;
    }

    @Test
    void areNamedAndThoseThatAnswerAreNot() {
        try (PartsReady parts = new PartsReady(clock)
                .with("A is away.", () -> true)
                .with("B is away.", () -> false)
                .with("C is away.", () -> {
                    throw new IllegalStateException("jdbc:postgresql://secret:secret@db");
                })) {
            assertThat(parts.missing()).containsExactly("B is away.", "C is away.");
        }
    }

    @Test
    void areNamedWithinTwoSecondsHoweverManyHang() {
        AtomicInteger asked = new AtomicInteger();
        try (PartsReady parts = new PartsReady(clock)
                .with("A hangs.", this::hang)
                .with("B hangs.", () -> {
                    asked.incrementAndGet();
                    return hang();
                })) {
            long began = System.nanoTime();
            assertThat(parts.missing()).containsExactly("A hangs.", "B hangs.");
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
            now = now.plusSeconds(2);
            parts.missing();
            assertThat(asked).as("a part that hangs is asked once").hasValue(1);
        }
    }

    @Test
    void areAskedOnceASecondHoweverOftenSomebodyLooks() {
        AtomicInteger asked = new AtomicInteger();
        try (PartsReady parts = new PartsReady(clock).with("A is away.", () -> asked.incrementAndGet() > 1)) {
            for (int i = 0; i < 50; i++) {
                assertThat(parts.missing()).containsExactly("A is away.");
            }
            assertThat(asked).hasValue(1);
            now = now.plusSeconds(1);
            assertThat(parts.missing()).isEmpty();
        }
    }

    @Test
    void leaveTheLastFiguresWithTheirAge() {
        AtomicInteger read = new AtomicInteger();
        try (Metrics metrics = new Metrics(
                new LedgerLook(
                        clock,
                        () -> {
                            if (read.incrementAndGet() > 1) {
                                hang();
                            }
                            return new Figures(
                                    List.of(new Figures.Moves("SENT", "northwind", 7)),
                                    List.of(new Figures.Queue("mailbox.deliver", 3, now.minusSeconds(90))),
                                    List.of(),
                                    List.of(),
                                    List.of(),
                                    now.minusSeconds(300));
                        },
                        since -> 2L),
                "1")) {
            String first = metrics.scrape();
            assertThat(first)
                    .contains(
                            "clearlane_claims_total{payer=\"northwind\",state=\"SENT\"} 7.0",
                            "clearlane_outbox_messages{queue=\"mailbox.deliver\"} 3.0",
                            "clearlane_outbox_oldest_age_seconds{queue=\"mailbox.deliver\"} 90.0",
                            "clearlane_oldest_inflight_age_seconds 300.0",
                            "clearlane_custody_imbalance 2.0",
                            "clearlane_ledger_up 1.0");
            metrics.scrape();
            assertThat(read).as("within fifteen seconds").hasValue(1);
            now = now.plusSeconds(60);
            long began = System.nanoTime();
            String later = metrics.scrape();
            metrics.scrape();
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
            assertThat(read).as("a database that hangs is asked once").hasValue(2);
            assertThat(later)
                    .contains(
                            "clearlane_ledger_up 0.0",
                            "clearlane_ledger_figures_age_seconds 60.0",
                            "clearlane_claims_total{payer=\"northwind\",state=\"SENT\"} 7.0");
        }
    }

    @Test
    void openMetricsToThisMachineOrToTheToken() {
        try (Metrics metrics = new Metrics(new LedgerLook(clock, () -> NOTHING, since -> 0L), "1")) {
            MetricsDoor closed = new MetricsDoor(metrics, null);
            assertThat(closed.opensFor("127.0.0.1", false, null)).isTrue();
            assertThat(closed.opensFor("127.0.0.1", true, null))
                    .as("through a proxy")
                    .isFalse();
            assertThat(closed.opensFor("192.0.2.7", false, null)).isFalse();
            assertThat(closed.opensFor("192.0.2.7", false, "Bearer null")).isFalse();
            MetricsDoor token = new MetricsDoor(metrics, "s3cret");
            assertThat(token.opensFor("192.0.2.7", true, "Bearer s3cret")).isTrue();
            assertThat(token.opensFor("127.0.0.1", false, null))
                    .as("this machine has to bring it too")
                    .isFalse();
            assertThat(token.opensFor("127.0.0.1", false, "Bearer s3cre")).isFalse();
        }
    }
}
