package org.clearlane.store.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.clearlane.store.LedgerServer;
import org.clearlane.store.Ledgers;
import org.clearlane.store.Sql;
import org.clearlane.store.ledger.Outbox.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LedgerServer.class)
class OutboxTest {

    private static Ledgers ledgers;
    private static Ledger ledger;

    @BeforeAll
    static void open(Ledgers empty) {
        ledgers = empty;
        ledger = empty.ledger();
    }

    @AfterEach
    void finishWhatIsOpen() {
        ledger.run(tx -> Sql.update(tx.connection(), "update outbox set done_at = ? where done_at is null", tx.now()));
    }

    @Test
    void handsOutWorkInTheOrderItWasAskedFor() {
        ledger.run(tx -> {
            Outbox.put(tx, "inbound.file.judge", "file_1");
            Outbox.put(tx, "mailbox.deliver", "dlv_1");
        });

        List<Message> due = due();

        assertThat(due).extracting(Message::queue).containsExactly("inbound.file.judge", "mailbox.deliver");
        assertThat(due).extracting(Message::subject).containsExactly("file_1", "dlv_1");
    }

    @Test
    void asksForNothingWhenTheTransactionThatAskedIsRolledBack() {
        assertThatIllegalStateException()
                .isThrownBy(() -> ledger.run(tx -> {
                    Outbox.put(tx, "inbound.file.judge", "file_1");
                    throw new IllegalStateException("the work behind it failed");
                }));

        assertThat(due()).isEmpty();
    }

    @Test
    void handsOutOnlyWhatIsNotYetRelayed() {
        Message message = put();
        ledger.run(tx -> Outbox.relayed(tx, List.of(message)));

        assertThat(due()).isEmpty();
    }

    @Test
    void handsOutAtMostAsManyAsAreAskedFor() {
        put();
        Message second = put();

        ledger.run(tx -> Outbox.relayed(tx, Outbox.takeDue(tx, 1)));

        assertThat(due()).containsExactly(second);
    }

    @Test
    void waitsUntilWorkForLaterIsDue() {
        ledger.run(tx -> Outbox.putAt(tx, "later", "x", tx.now().plusSeconds(60)));
        assertThat(due()).isEmpty();

        ledgers.clock().move(Duration.ofSeconds(60));

        assertThat(due()).hasSize(1);
    }

    @Test
    void passesOverWhatAnotherNodeHasInHand() {
        put();

        ledger.run(tx -> {
            assertThat(Outbox.takeDue(tx, 10)).hasSize(1);
            assertThat(due()).isEmpty();
        });
    }

    @Test
    void letsTheWorkBeDoneOnce() {
        Message message = put();
        boolean first = ledger.transact(tx -> {
            boolean mine = Outbox.begin(tx, message.id());
            Outbox.done(tx, message.id());
            return mine;
        });

        assertThat(first).isTrue();
        assertThat(ledger.<Boolean>transact(tx -> Outbox.begin(tx, message.id())))
                .isFalse();
        assertThat(ledger.<Boolean>transact(tx -> Outbox.isDone(tx, message.id())))
                .isTrue();
        assertThat(ledger.<Long>transact(Outbox::open)).isZero();
    }

    @Test
    void letsTheWorkBeBegunAgainWhenItFailed() {
        Message message = put();
        assertThatIllegalStateException()
                .isThrownBy(() -> ledger.run(tx -> {
                    Outbox.begin(tx, message.id());
                    throw new IllegalStateException("the work failed");
                }));

        assertThat(ledger.<Boolean>transact(tx -> Outbox.isDone(tx, message.id())))
                .isFalse();
        assertThat(ledger.<Boolean>transact(tx -> Outbox.begin(tx, message.id())))
                .isTrue();
    }

    @Test
    void letsOnlyOneOfTwoNodesDoWorkDeliveredToBoth() throws Exception {
        Message message = put();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        try (ExecutorService nodes = Executors.newFixedThreadPool(2)) {
            Future<Boolean> first = nodes.submit(() -> ledger.transact(tx -> {
                boolean mine = Outbox.begin(tx, message.id());
                begun.countDown();
                await(finish);
                Outbox.done(tx, message.id());
                return mine;
            }));
            await(begun);
            Future<Boolean> second = nodes.submit(() -> ledger.<Boolean>transact(tx -> Outbox.begin(tx, message.id())));
            finish.countDown();

            assertThat(first.get(10, TimeUnit.SECONDS)).isTrue();
            assertThat(second.get(10, TimeUnit.SECONDS)).isFalse();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void relaysWorkThatWasPutOffWhenItsDelayIsOver() {
        Message message = put();
        ledger.run(tx -> Outbox.relayed(tx, List.of(message)));

        int putOff =
                ledger.transact(tx -> Outbox.putOff(tx, message.id(), Duration.ofSeconds(30), "BROKER_UNAVAILABLE"));

        assertThat(putOff).isOne();
        assertThat(ledger.<Integer>transact(tx -> Outbox.attempts(tx, message.id())))
                .isOne();
        assertThat(due()).isEmpty();
        ledgers.clock().move(Duration.ofSeconds(30));
        assertThat(due()).containsExactly(message);
    }

    @Test
    void putsNothingOffThatIsDone() {
        Message message = put();
        ledger.run(tx -> {
            Outbox.begin(tx, message.id());
            Outbox.done(tx, message.id());
        });

        assertThat(ledger.<Integer>transact(tx -> Outbox.putOff(tx, message.id(), Duration.ZERO, "late")))
                .isZero();
        ledger.run(tx -> Outbox.park(tx, message.id(), "late"));
        assertThat(due()).isEmpty();
    }

    @Test
    void relaysNothingThatIsParked() {
        Message message = put();
        ledger.run(tx -> Outbox.relayed(tx, List.of(message)));

        ledger.run(tx -> Outbox.park(tx, message.id(), "poison"));

        ledgers.clock().move(Duration.ofHours(1));
        ledger.run(tx -> Outbox.relayAgain(tx, tx.now()));
        assertThat(due()).isEmpty();
        assertThat(ledger.<Long>transact(Outbox::open)).isZero();
    }

    @Test
    void relaysAgainWhatTheBrokerHasHadForTooLong() {
        Message old = put();
        ledger.run(tx -> Outbox.relayed(tx, List.of(old)));
        ledgers.clock().move(Duration.ofSeconds(61));
        Message young = put();
        ledger.run(tx -> Outbox.relayed(tx, List.of(young)));

        int again = ledger.transact(tx -> Outbox.relayAgain(tx, tx.now().minusSeconds(60)));

        assertThat(again).isOne();
        assertThat(due()).containsExactly(old);
    }

    @Test
    void findsAMessageByItsNumberOrNothing() {
        Message message = put();

        assertThat(ledger.<Optional<Message>>transact(tx -> Outbox.find(tx, message.id())))
                .contains(message);
        assertThat(ledger.<Optional<Message>>transact(tx -> Outbox.find(tx, 1L << 60)))
                .isEmpty();
    }

    private static Message put() {
        return ledger.transact(tx -> {
            Outbox.put(tx, "inbound.file.judge", "file_1");
            return Sql.first(
                            tx.connection(),
                            "select max(id) from outbox",
                            row -> new Message(row.getLong(1), "inbound.file.judge", "file_1"))
                    .orElseThrow();
        });
    }

    private static List<Message> due() {
        return ledger.transact(tx -> Outbox.takeDue(tx, 10));
    }
}
