package org.clearlane.webhooks;

import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.clearlane.access.SecretBox;
import org.clearlane.store.ledger.Ledger;
import org.clearlane.store.ledger.Ledger.Tx;
import org.clearlane.store.ledger.Worklist;
import org.clearlane.store.webhooks.WebhookDeliveries;
import org.clearlane.store.webhooks.WebhookDeliveries.Due;
import org.clearlane.store.webhooks.WebhookEvents;
import org.clearlane.store.webhooks.WebhookTable;
import org.clearlane.webhooks.WebhookSender.Answer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells whoever wants to be told. A round makes deliveries of new events, takes those that are due and sends them; any number
 * of nodes may have rounds at once. What was sent is written down after the answer: a crash in between sends it once more
 * under the same identifier, so that each arrives at least once. Order is not promised. Safe for use by several threads.
 */
public final class WebhookRound implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookRound.class);

    /** How long events, and how they were told, are kept. */
    private static final Duration KEPT = Duration.ofDays(30);
    /** Longer than an attempt can last: what is in hand for longer was lost. */
    private static final Duration LEASE = Duration.ofSeconds(90);

    private static final Duration LONGEST_QUIET = Duration.ofHours(24);
    private static final int SPREAD = 500;
    private static final int AT_ONCE = 40;
    private static final int AT_ONCE_OF_ONE = 5;

    private final Ledger ledger;
    private final WebhookSecrets secrets;
    private final WebhookSender sender;
    private final RetrySchedule schedule;
    private final Executor executor;
    private final String base;
    private final AtomicInteger inHand = new AtomicInteger();

    /**
     * The rounds of a service.
     *
     * @param base how programs reach the API, in front of the links in events; empty for links without a host
     */
    public WebhookRound(Ledger ledger, SecretBox box, AddressGuard guard, String base, RandomGenerator chance) {
        this(
                ledger,
                box,
                new WebhookSender(guard),
                base,
                chance,
                Executors.newThreadPerTaskExecutor(
                        Thread.ofVirtual().name("webhook-", 0).factory()));
    }

    WebhookRound(
            Ledger ledger,
            SecretBox box,
            WebhookSender sender,
            String base,
            RandomGenerator chance,
            Executor executor) {
        this.ledger = ledger;
        this.secrets = new WebhookSecrets(box);
        this.sender = sender;
        this.schedule = new RetrySchedule(chance);
        this.base = base;
        this.executor = executor;
    }

    /** One round; does not wait for answers. */
    public void run() {
        while (ledger.transact(tx -> WebhookEvents.spread(tx, SPREAD)) == SPREAD) {
            // The next five hundred.
        }
        int room = AT_ONCE - inHand.get();
        if (room <= 0) {
            return;
        }
        for (Due due : ledger.transact(tx -> WebhookDeliveries.take(tx, room, AT_ONCE_OF_ONE, LEASE))) {
            inHand.incrementAndGet();
            executor.execute(() -> deliver(due));
        }
    }

    /** Forgets what is old. */
    public void sweep() {
        ledger.run(tx -> WebhookEvents.sweep(tx, KEPT));
    }

    private void deliver(Due due) {
        try {
            Instant begun = ledger.clock().instant();
            long started = System.nanoTime();
            List<byte[]> live = ledger.transact(tx -> secrets.live(tx, due.endpointId()));
            if (live.isEmpty()) {
                // Deleted since it was taken.
                return;
            }
            Answer answer = sender.send(due.url(), WebhookMessage.of(due, live, begun, base));
            Duration took = Duration.ofNanos(System.nanoTime() - started);
            ledger.run(tx -> record(tx, due, begun, took, answer));
        } catch (RuntimeException e) {
            // It stays in hand until its lease ends, and is due again then.
            LOG.warn("a webhook delivery ({}) was not recorded: {}", due.id(), e.toString());
        } finally {
            inHand.decrementAndGet();
        }
    }

    private void record(Tx tx, Due due, Instant begun, Duration took, Answer answer) throws SQLException {
        if (WebhookDeliveries.attempted(tx, due, begun, took, answer.status(), answer.problem()) == 0) {
            return;
        }
        if (answer.arrived()) {
            WebhookDeliveries.close(tx, due.id(), true);
            return;
        }
        if (Integer.valueOf(410).equals(answer.status())) {
            giveUp(tx, due, "The receiver says that it is gone for good (410).");
            return;
        }
        Optional<Duration> pause = schedule.after(due.tries() + 1);
        if (pause.isEmpty()) {
            giveUp(tx, due, "It could not be reached for three days. The last answer: " + answer.problem());
            return;
        }
        Instant next = tx.now().plus(pause.get());
        Optional<Instant> quiet = quietUntil(answer, tx.now());
        if (quiet.isPresent()) {
            WebhookTable.quiet(tx, due.endpointId(), quiet.get());
        }
        WebhookDeliveries.putOff(
                tx, due.id(), quiet.filter(until -> until.isAfter(next)).orElse(next));
    }

    private static void giveUp(Tx tx, Due due, String why) throws SQLException {
        WebhookDeliveries.close(tx, due.id(), false);
        if (WebhookTable.disable(tx, due.endpointId(), why)) {
            Worklist.put(
                    tx,
                    Worklist.Kind.WEBHOOK_DISABLED,
                    due.endpointId(),
                    due.practiceId(),
                    null,
                    "A webhook is switched off, and nothing is sent to it any more. " + why
                            + " Mend the receiver, switch the webhook on again, and resend what it missed.",
                    null);
        }
    }

    /** A receiver that is too busy (429, 503) may say for how long: seconds or a date (RFC 9110). A day at the most. */
    static Optional<Instant> quietUntil(Answer answer, Instant now) {
        if (answer.retryAfter() == null
                || answer.status() == null
                || answer.status() != 429 && answer.status() != 503) {
            return Optional.empty();
        }
        String text = answer.retryAfter().strip();
        Instant until;
        if (text.matches("\\d{1,9}")) {
            until = now.plusSeconds(Long.parseLong(text));
        } else {
            try {
                until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                        .toInstant();
            } catch (DateTimeException unreadable) {
                return Optional.empty();
            }
        }
        Instant latest = now.plus(LONGEST_QUIET);
        return until.isAfter(now) ? Optional.of(until.isAfter(latest) ? latest : until) : Optional.empty();
    }

    /** Stops; what is in hand is sent again after the next start. */
    @Override
    public void close() {
        if (executor instanceof ExecutorService service) {
            service.shutdownNow();
        }
        sender.close();
    }
}
