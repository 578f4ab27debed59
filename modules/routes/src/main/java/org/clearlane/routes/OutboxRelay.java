package org.clearlane.routes;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.time.Duration;
import java.util.List;
import org.clearlane.model.CrashPoint;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;
import org.clearlane.store.ledger.Ledger;
import org.clearlane.store.ledger.Outbox;

/**
 * Hands due outbox rows to the broker: all messages of a round in one transaction of the broker, marked in the ledger
 * when the broker has them. Dying in between relays them once more; the inbox key makes that harmless.
 */
public final class OutboxRelay {

    private static final int ROUND = 500;

    private final Ledger ledger;
    private final ConnectionFactory connections;
    private final Duration patience;

    /** @param patience how long a relayed message may stay undone before it is relayed again */
    public OutboxRelay(Ledger ledger, ConnectionFactory connections, Duration patience) {
        this.ledger = ledger;
        this.connections = connections;
        this.patience = patience;
    }

    /** Relays everything that is due. */
    public void relay() {
        int relayed;
        do {
            relayed = ledger.transact(tx -> {
                List<Outbox.Message> due = Outbox.takeDue(tx, ROUND);
                if (!due.isEmpty()) {
                    send(due);
                    CrashPoint.RELAY_BEFORE_COMMIT.reached();
                    Outbox.relayed(tx, due);
                }
                return due.size();
            });
        } while (relayed == ROUND);
    }

    /** Relays again what was relayed long ago and is still not done: the broker may have lost it. */
    public void relayLost() {
        ledger.run(tx -> Outbox.relayAgain(tx, tx.now().minus(patience)));
    }

    /** Relays again whatever is not done; at start nothing is in anybody's hands. */
    public void relayAllUndone() {
        ledger.run(tx -> Outbox.relayAgain(tx, tx.now().plusSeconds(1)));
    }

    private void send(List<Outbox.Message> messages) {
        try (Connection connection = connections.createConnection();
                Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
                MessageProducer producer = session.createProducer(null)) {
            producer.setDeliveryMode(DeliveryMode.PERSISTENT);
            for (Outbox.Message message : messages) {
                TextMessage text = session.createTextMessage(Long.toString(message.id()));
                producer.send(session.createQueue(message.queue()), text);
            }
            session.commit();
        } catch (JMSException e) {
            throw new Failure(
                    FailureCode.BROKER_UNAVAILABLE, "the broker did not take " + messages.size() + " messages", e);
        }
    }
}
