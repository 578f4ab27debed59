package org.clearlane.routes;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
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

    private final EmbeddedActiveMQ server;
    private final RandomAccessFile lockFile;
    private final FileLock lock;

    private EmbeddedBroker(EmbeddedActiveMQ server, RandomAccessFile lockFile, FileLock lock) {
        this.server = server;
        this.lockFile = lockFile;
        this.lock = lock;
    }

    /** Starts the broker on this folder. */
    public static EmbeddedBroker start(Path folder) {
        RandomAccessFile lockFile = null;
        try {
            Files.createDirectories(folder);
            // A second broker on the same journal would wait for ever without a word.
            lockFile = new RandomAccessFile(folder.resolve("in-use.lock").toFile(), "rw");
            FileLock lock = lockFile.getChannel().tryLock();
            if (lock == null) {
                throw new Failure(
                        FailureCode.BROKER_UNAVAILABLE,
                        "another Clearlane already runs on " + folder.getParent()
                                + "; stop it, or use another --data folder");
            }
            EmbeddedActiveMQ server = new EmbeddedActiveMQ();
            server.setConfiguration(configuration(folder));
            server.start();
            return new EmbeddedBroker(server, lockFile, lock);
        } catch (Failure e) {
            closeQuietly(lockFile);
            throw e;
        } catch (Exception e) {
            closeQuietly(lockFile);
            throw new Failure(FailureCode.BROKER_UNAVAILABLE, "the embedded broker did not start under " + folder, e);
        }
    }

    private static void closeQuietly(RandomAccessFile file) {
        try {
            if (file != null) {
                file.close();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
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
                        .setPageFullMessagePolicy(PageFullMessagePolicy.FAIL));
        return configuration;
    }

    /** The address for clients inside this process. */
    public String url() {
        return "vm://0";
    }

    @Override
    public void close() {
        try {
            server.stop();
            lock.release();
            lockFile.close();
        } catch (Exception e) {
            throw new Failure(FailureCode.BROKER_UNAVAILABLE, "the embedded broker did not stop cleanly", e);
        }
    }
}
