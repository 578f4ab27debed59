package org.clearlane.routes;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.core.settings.impl.PageFullMessagePolicy;
import org.apache.activemq.artemis.utils.critical.CriticalAnalyzerPolicy;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;

/**
 * The broker that comes along: persistent, reachable from inside this process only. The defaults of Artemis that lose
 * messages silently are set, each of them.
 */
public final class EmbeddedBroker implements AutoCloseable {

    /** Where a message goes whose work the ledger could not even put off. */
    public static final String DEAD_LETTERS = "dead.letters";

    private static final String EXPIRED = "expired.letters";
    /** A message is a number: this many bytes of them are millions. Above it whoever sends is refused, aloud. */
    private static final long MOST_BYTES_OF_A_QUEUE = 1L << 30;

    private final EmbeddedActiveMQ server;
    private final RandomAccessFile lockFile;

    private EmbeddedBroker(EmbeddedActiveMQ server, RandomAccessFile lockFile) {
        this.server = server;
        this.lockFile = lockFile;
    }

    /** Starts the broker on this folder. */
    public static EmbeddedBroker start(Path folder) {
        RandomAccessFile lockFile = null;
        EmbeddedActiveMQ server = new EmbeddedActiveMQ();
        try {
            Files.createDirectories(folder);
            // A second broker on the same journal would wait for ever without a word.
            lockFile = new RandomAccessFile(folder.resolve("in-use.lock").toFile(), "rw");
            if (!isLocked(lockFile)) {
                throw new Failure(
                        FailureCode.BROKER_UNAVAILABLE,
                        "another Clearlane already runs on " + folder.getParent()
                                + "; stop it, or use another --data folder");
            }
            server.setConfiguration(configuration(folder));
            server.start();
            return new EmbeddedBroker(server, lockFile);
        } catch (Exception e) {
            giveUp(server, lockFile, e);
            throw e instanceof Failure failure
                    ? failure
                    : new Failure(
                            FailureCode.BROKER_UNAVAILABLE, "the embedded broker did not start under " + folder, e);
        }
    }

    private static boolean isLocked(RandomAccessFile file) throws IOException {
        try {
            return file.getChannel().tryLock() != null;
        } catch (OverlappingFileLockException inThisProcess) {
            return false;
        }
    }

    private static void giveUp(EmbeddedActiveMQ server, RandomAccessFile lockFile, Exception cause) {
        try (lockFile) {
            if (server.getActiveMQServer() != null) {
                server.stop();
            }
        } catch (Exception e) {
            cause.addSuppressed(e);
        }
    }

    static Configuration configuration(Path folder) throws Exception {
        ConfigurationImpl configuration = new ConfigurationImpl();
        configuration.setPersistenceEnabled(true);
        configuration.setJournalType(JournalType.NIO);
        configuration.setJournalDirectory(folder.resolve("journal").toString());
        configuration.setBindingsDirectory(folder.resolve("bindings").toString());
        configuration.setPagingDirectory(folder.resolve("paging").toString());
        configuration.setLargeMessagesDirectory(folder.resolve("large").toString());
        configuration.setJournalSyncTransactional(true);
        configuration.setJournalSyncNonTransactional(true);
        // Reachable from inside this process only: no port, so no login either.
        configuration.setSecurityEnabled(false);
        configuration.setJMXManagementEnabled(false);
        configuration.setMessageCounterEnabled(false);
        configuration.setPersistIDCache(true);
        configuration.setIDCacheSize(200_000);
        configuration.setMaxDiskUsage(97);
        // A broker that hangs would only be logged: stop the process, and go on from the ledger when it is started
        // again.
        configuration.setCriticalAnalyzer(true);
        configuration.setCriticalAnalyzerPolicy(CriticalAnalyzerPolicy.HALT);
        configuration.addAcceptorConfiguration("in-vm", "vm://0");
        for (String name : new String[] {DEAD_LETTERS, EXPIRED}) {
            configuration.addQueueConfiguration(
                    QueueConfiguration.of(name).setAddress(name).setRoutingType(RoutingType.ANYCAST));
        }
        configuration.addAddressSetting(
                "#",
                new AddressSettings()
                        .setDeadLetterAddress(SimpleString.of(DEAD_LETTERS))
                        .setExpiryAddress(SimpleString.of(EXPIRED))
                        .setMaxDeliveryAttempts(10)
                        .setRedeliveryDelay(1_000)
                        .setRedeliveryMultiplier(2.0)
                        .setMaxRedeliveryDelay(300_000)
                        .setRedeliveryCollisionAvoidanceFactor(0.15)
                        .setDefaultAddressRoutingType(RoutingType.ANYCAST)
                        .setDefaultQueueRoutingType(RoutingType.ANYCAST)
                        .setAutoDeleteAddresses(false)
                        .setAutoDeleteQueues(false)
                        .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE)
                        .setPageLimitBytes(MOST_BYTES_OF_A_QUEUE)
                        .setPageFullMessagePolicy(PageFullMessagePolicy.FAIL));
        return configuration;
    }

    /** The address for clients inside this process. */
    public String url() {
        return "vm://0";
    }

    @Override
    public void close() {
        try (lockFile) {
            server.stop();
        } catch (Exception e) {
            throw new Failure(FailureCode.BROKER_UNAVAILABLE, "the embedded broker did not stop cleanly", e);
        }
    }
}
