package org.clearlane.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;
import org.clearlane.pipeline.WorkDriver;
import org.clearlane.store.Ids;
import org.clearlane.store.Sql;
import org.clearlane.store.database.Database;
import org.clearlane.store.ledger.Ledger;
import org.clearlane.store.ledger.Outbox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxRelayTest {

    private static final String QUEUE = "inbound.file.judge";

    @TempDir
    static Path data;

    private static Database database;
    private static Ledger ledger;

    @TempDir
    Path folder;

    private EmbeddedBroker broker;
    private ActiveMQConnectionFactory connections;
    private OutboxRelay relay;

    @BeforeAll
    static void openTheLedger() {
        database = Database.open(data, null);
        ledger = new Ledger(database.pipeline(), Clock.systemUTC(), new Ids(Clock.systemUTC()));
    }

    @AfterAll
    static void closeTheLedger() {
        database.close();
    }

    @BeforeEach
    void startTheBroker() {
        broker = EmbeddedBroker.start(folder.resolve("broker"));
        connections = new ActiveMQConnectionFactory(broker.url());
        // No patience at all: whatever is relayed and not done counts as lost.
        relay = new OutboxRelay(ledger, connections, Duration.ofSeconds(-1));
    }

    @AfterEach
    void stopTheBroker() {
        connections.close();
        broker.close();
        ledger.run(tx -> Sql.update(tx.connection(), "update outbox set done_at = ? where done_at is null", tx.now()));
    }

    @Test
    void handsTheNumberOfEachRowToItsQueueOnce() throws JMSException {
        List<Long> numbers = put("file_1", "file_2", "file_3");

        relay.relay();
        relay.relay();

        assertThat(receive()).isEqualTo(numbers);
    }

    @Test
    void goesOnUntilNothingIsDueAnyMore() throws JMSException {
        List<Long> numbers =
                put(IntStream.range(0, 1_201).mapToObj(i -> "file_" + i).toArray(String[]::new));

        relay.relay();

        assertThat(receive()).isEqualTo(numbers);
    }

    @Test
    void marksNothingAsRelayedThatTheBrokerDidNotTake() throws JMSException {
        List<Long> numbers = put("file_1");
        connections.close();
        broker.close();

        assertThatExceptionOfType(Failure.class)
                .isThrownBy(relay::relay)
                .satisfies(failure -> assertThat(failure.code()).isEqualTo(FailureCode.BROKER_UNAVAILABLE));

        stopTheOldAndStartANewBroker(false);
        relay.relay();
        assertThat(receive()).isEqualTo(numbers);
    }

    @Test
    void handsWorkOverAgainThatABrokerLostAndItIsDoneOnce() throws Exception {
        List<Long> numbers = put("file_1", "file_2");
        CountingStep step = new CountingStep(ledger);
        relay.relay();
        // The first is done, its neighbour is lost with everything the broker has.
        new WorkDriver(ledger).drive(numbers.getFirst(), step);
        stopTheOldAndStartANewBroker(true);
        relay.relay();
        assertThat(receive()).isEmpty();

        relay.relayLost();
        relay.relay();

        List<Long> again = receive();
        assertThat(again).containsExactly(numbers.get(1));
        again.forEach(number -> new WorkDriver(ledger).drive(number, step));
        assertThat(step.done()).containsExactly("file_1", "file_2");
    }

    @Test
    void doesWorkOnceThatTheBrokerDeliversTwice() throws JMSException {
        List<Long> numbers = put("file_1");
        CountingStep step = new CountingStep(ledger);
        relay.relay();
        relay.relayAllUndone();
        relay.relay();

        List<Long> delivered = receive();

        assertThat(delivered).containsExactly(numbers.getFirst(), numbers.getFirst());
        delivered.forEach(number -> new WorkDriver(ledger).drive(number, step));
        assertThat(step.done()).containsExactly("file_1");
    }

    private void stopTheOldAndStartANewBroker(boolean withoutItsData) {
        connections.close();
        broker.close();
        if (withoutItsData) {
            delete(folder.resolve("broker"));
        }
        startTheBroker();
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Long> put(String... subjects) {
        return ledger.transact(tx -> {
            for (String subject : subjects) {
                Outbox.put(tx, QUEUE, subject);
            }
            return Sql.list(
                    tx.connection(), "select id from outbox where done_at is null order by id", row -> row.getLong(1));
        });
    }

    /** Everything the queue holds now. */
    private List<Long> receive() throws JMSException {
        List<Long> numbers = new ArrayList<>();
        try (Connection connection = connections.createConnection();
                Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
                MessageConsumer consumer = session.createConsumer(session.createQueue(QUEUE))) {
            connection.start();
            for (TextMessage message = (TextMessage) consumer.receiveNoWait();
                    message != null;
                    message = (TextMessage) consumer.receiveNoWait()) {
                numbers.add(Long.parseLong(message.getText()));
            }
            session.commit();
        }
        return numbers;
    }
}
