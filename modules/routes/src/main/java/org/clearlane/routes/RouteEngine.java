package org.clearlane.routes;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;
import org.messaginghub.pooled.jms.JmsPoolConnectionFactory;

/** Camel with its connection to the broker. */
public final class RouteEngine implements AutoCloseable {

    private static final int STOP_LIMIT_SECONDS = 25;

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final ActiveMQConnectionFactory broker;
    private final JmsPoolConnectionFactory pool = new JmsPoolConnectionFactory();

    /** @param brokerUrl the embedded broker's or a cluster's */
    public RouteEngine(String brokerUrl) {
        broker = new ActiveMQConnectionFactory(brokerUrl);
        // Text only: an object in a message is code from outside.
        broker.setDeserializationAllowList("none");
        broker.setConsumerWindowSize(0);
        pool.setConnectionFactory(broker);
        pool.setMaxConnections(2);
        camel.getShutdownStrategy().setTimeout(STOP_LIMIT_SECONDS);
        camel.getShutdownStrategy().setShutdownNowOnTimeout(true);
        camel.addComponent("jms", JmsComponent.jmsComponent(broker));
    }

    /** Adds routes; before the start. */
    public void add(RoutesBuilder routes) {
        try {
            camel.addRoutes(routes);
        } catch (Exception e) {
            throw new Failure(FailureCode.CONFIGURATION, "a route cannot be made", e);
        }
    }

    /** Starts all routes. */
    public void start() {
        camel.start();
    }

    /** Whether the broker answers. May wait as long as the broker's client does. */
    public boolean answers() {
        try (Connection connection = pool.createConnection();
                Session session = connection.createSession(Session.AUTO_ACKNOWLEDGE)) {
            return session.getAcknowledgeMode() == Session.AUTO_ACKNOWLEDGE;
        } catch (JMSException e) {
            return false;
        }
    }

    /** Connections for whoever sends without a route. */
    public ConnectionFactory connections() {
        return pool;
    }

    @Override
    public void close() {
        camel.stop();
        pool.stop();
        broker.close();
    }
}
