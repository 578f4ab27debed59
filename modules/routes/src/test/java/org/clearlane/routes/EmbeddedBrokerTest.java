package org.clearlane.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.core.settings.impl.PageFullMessagePolicy;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.utils.critical.CriticalAnalyzerPolicy;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerTest {

    @TempDir
    Path folder;

    @Test
    void sendsWhatFailsTooOftenToDeadLettersInsteadOfRemovingIt() throws Exception {
        AddressSettings all = settings();

        assertThat(all.getDeadLetterAddress().toString()).isEqualTo(EmbeddedBroker.DEAD_LETTERS);
        assertThat(all.getExpiryAddress().toString()).isNotEmpty();
        assertThat(EmbeddedBroker.configuration(folder).getQueueConfigs())
                .extracting(queue -> queue.getName().toString())
                .contains(EmbeddedBroker.DEAD_LETTERS, all.getExpiryAddress().toString());
        assertThat(all.getMaxDeliveryAttempts()).isEqualTo(10);
        assertThat(all.getRedeliveryDelay()).isEqualTo(1_000);
        assertThat(all.getRedeliveryMultiplier()).isEqualTo(2.0);
        assertThat(all.getMaxRedeliveryDelay()).isEqualTo(300_000);
    }

    @Test
    void refusesMessagesAloudWhenThereIsNoRoomInsteadOfDroppingThem() throws Exception {
        AddressSettings all = settings();

        assertThat(all.getAddressFullMessagePolicy()).isEqualTo(AddressFullMessagePolicy.PAGE);
        assertThat(all.getPageFullMessagePolicy()).isEqualTo(PageFullMessagePolicy.FAIL);
        // Without a limit the policy above means nothing, and the broker says so at each start.
        assertThat(all.getPageLimitBytes()).isPositive();
    }

    @Test
    void remembersMoreMessagesThanAReplayHolds() throws Exception {
        Configuration configuration = EmbeddedBroker.configuration(folder);

        assertThat(configuration.isPersistIDCache()).isTrue();
        assertThat(configuration.getIDCacheSize()).isGreaterThanOrEqualTo(200_000);
    }

    @Test
    void stopsTheProcessWhenTheBrokerHangsInsteadOfLoggingIt() throws Exception {
        Configuration configuration = EmbeddedBroker.configuration(folder);

        assertThat(configuration.isCriticalAnalyzer()).isTrue();
        assertThat(configuration.getCriticalAnalyzerPolicy()).isEqualTo(CriticalAnalyzerPolicy.HALT);
    }

    @Test
    void writesToDiskBeforeItAnswersAndListensOnNoPort() throws Exception {
        Configuration configuration = EmbeddedBroker.configuration(folder);

        assertThat(configuration.isPersistenceEnabled()).isTrue();
        assertThat(configuration.isJournalSyncTransactional()).isTrue();
        assertThat(configuration.isJournalSyncNonTransactional()).isTrue();
        assertThat(configuration.isJMXManagementEnabled()).isFalse();
        assertThat(configuration.getAcceptorConfigurations()).singleElement().satisfies(acceptor -> assertThat(
                        acceptor.getFactoryClassName())
                .contains("invm"));
    }

    private AddressSettings settings() throws Exception {
        return EmbeddedBroker.configuration(folder).getAddressSettings().get("#");
    }

    @Test
    void keepsMessagesFromOneStartToTheNext() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"))) {
            send(broker.url(), "4711");
        }

        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"))) {
            assertThat(receive(broker.url())).isEqualTo("4711");
        }
    }

    @Test
    void refusesAFolderThatAnotherBrokerUsesAndLeavesThatOneAlone() throws Exception {
        try (EmbeddedBroker first = EmbeddedBroker.start(folder.resolve("broker"))) {
            assertThatExceptionOfType(Failure.class)
                    .isThrownBy(() -> EmbeddedBroker.start(folder.resolve("broker")))
                    .withMessageContaining("another Clearlane already runs on " + folder)
                    .withMessageContaining("--data")
                    .satisfies(failure -> assertThat(failure.code()).isEqualTo(FailureCode.BROKER_UNAVAILABLE));

            send(first.url(), "4711");
            assertThat(receive(first.url())).isEqualTo("4711");
        }
    }

    @Test
    void leavesTheFolderFreeWhenItDoesNotStart() throws Exception {
        Path broker = folder.resolve("broker");
        Files.createDirectories(broker);
        Files.writeString(broker.resolve("journal"), "a file where a folder should be");
        assertThatExceptionOfType(Failure.class).isThrownBy(() -> EmbeddedBroker.start(broker));
        Files.delete(broker.resolve("journal"));

        try (EmbeddedBroker started = EmbeddedBroker.start(broker)) {
            send(started.url(), "4711");
            assertThat(receive(started.url())).isEqualTo("4711");
        }
    }

    private static void send(String url, String text) throws JMSException {
        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(url);
                Connection connection = factory.createConnection();
                Session session = connection.createSession(true, Session.SESSION_TRANSACTED)) {
            session.createProducer(session.createQueue("inbound.file.judge")).send(session.createTextMessage(text));
            session.commit();
        }
    }

    private static String receive(String url) throws JMSException {
        try (ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(url);
                Connection connection = factory.createConnection();
                Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
                MessageConsumer consumer = session.createConsumer(session.createQueue("inbound.file.judge"))) {
            connection.start();
            TextMessage message = (TextMessage) consumer.receive(10_000);
            session.commit();
            return message == null ? null : message.getText();
        }
    }
}
