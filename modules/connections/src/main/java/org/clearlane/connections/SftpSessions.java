package org.clearlane.connections;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.sshd.client.ClientBuilder;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.UserAuthFactory;
import org.apache.sshd.client.auth.keyboard.UserAuthKeyboardInteractiveFactory;
import org.apache.sshd.client.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.sftp.SftpModuleProperties;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.apache.sshd.sftp.client.SftpVersionSelector;
import org.clearlane.model.Failure;

/**
 * One login at an SFTP server, shared by all calls and renewed when it is gone. Every call gets a channel of its own.
 * All waiting is bounded. Nothing of the user's own SSH setup (agent, keys, configuration) is used.
 */
final class SftpSessions implements AutoCloseable {

    private final String host;
    private final int port;
    private final String user;
    private final Optional<Secret> password;
    private final Optional<Secret> privateKey;
    private final Optional<Secret> passphrase;
    private final Duration connectTimeout;
    private final Duration idleTimeout;
    private final KnownHosts knownHosts;

    private final ReentrantLock connecting = new ReentrantLock();
    private SshClient client;
    private ClientSession session;
    private boolean closed;

    SftpSessions(Settings settings) {
        this.host = settings.text("host");
        this.port = (int) settings.number("port");
        this.user = settings.text("user");
        this.password = settings.secret("password");
        this.privateKey = settings.key("privateKey");
        this.passphrase = settings.secret("privateKeyPassphrase");
        this.connectTimeout = settings.milliseconds("connectTimeoutMs");
        this.idleTimeout = settings.milliseconds("idleTimeoutMs");
        this.knownHosts = new KnownHosts(settings.path("knownHosts"), host, port);
    }

    /** Reads every secret once, so that a missing one is told at start and not at the first claim. */
    void provideSecrets() {
        password.ifPresent(Secret::read);
        passphrase.ifPresent(Secret::read);
        privateKey.ifPresent(Secret::read);
    }

    /** What is done on a channel of its own. */
    @FunctionalInterface
    interface Call<T> {
        T on(SftpClient sftp) throws IOException;
    }

    /**
     * Does something on a channel of its own. A fault while closing the channel does not undo what was done.
     *
     * @throws SftpRefusal when trying again is pointless until somebody acts
     */
    <T> T with(Call<T> call) throws IOException {
        SftpClient sftp = open();
        try {
            return call.on(sftp);
        } finally {
            try {
                sftp.close();
            } catch (IOException alreadyGone) {
                // The link broke after the last answer; the next call logs in anew.
            }
        }
    }

    private SftpClient open() throws IOException {
        connecting.lock();
        try {
            if (closed) {
                throw new IOException("the connection is closed");
            }
            if (session != null && session.isOpen()) {
                try {
                    return channel(session);
                } catch (IOException stale) {
                    // A session the server dropped without a word looks open until it is used: log in once more.
                    drop();
                }
            }
            session = login();
            return channel(session);
        } finally {
            connecting.unlock();
        }
    }

    @Override
    public void close() {
        connecting.lock();
        try {
            closed = true;
            drop();
            if (client != null) {
                client.stop();
                client = null;
            }
        } finally {
            connecting.unlock();
        }
    }

    private SftpClient channel(ClientSession on) throws IOException {
        return SftpClientFactory.instance()
                .createSftpClient(on, SftpVersionSelector.preferredVersionSelector(3, 4, 5, 6));
    }

    private void drop() {
        if (session != null) {
            session.close(true);
            session = null;
        }
    }

    private ClientSession login() throws IOException {
        drop();
        knownHosts.forgetRefusal();
        ClientSession fresh =
                client().connect(user, host, port).verify(connectTimeout).getClientSession();
        try {
            if (privateKey.isPresent()) {
                for (KeyPair pair : keyPairs(privateKey.get())) {
                    fresh.addPublicKeyIdentity(pair);
                }
            }
            password.ifPresent(secret -> fresh.addPasswordIdentity(secret.read()));
            fresh.auth().verify(connectTimeout);
            return fresh;
        } catch (IOException e) {
            fresh.close(true);
            throw refusalIn(e).orElse(e);
        } catch (Failure secret) {
            fresh.close(true);
            throw new SftpRefusal(secret.getMessage(), secret);
        }
    }

    private Optional<IOException> refusalIn(IOException fault) {
        if (knownHosts.refusal() != null) {
            return Optional.of(new SftpRefusal(knownHosts.refusal(), fault));
        }
        if (fault instanceof SshException ssh) {
            return switch (ssh.getDisconnectCode()) {
                case SshConstants.SSH2_DISCONNECT_NO_MORE_AUTH_METHODS_AVAILABLE ->
                    Optional.of(new SftpRefusal("the server refused our login", fault));
                case SshConstants.SSH2_DISCONNECT_KEY_EXCHANGE_FAILED ->
                    Optional.of(new SftpRefusal("the server offers only weak or unknown cryptography", fault));
                default -> Optional.empty();
            };
        }
        return Optional.empty();
    }

    private Iterable<KeyPair> keyPairs(Secret key) throws IOException {
        FilePasswordProvider provider =
                passphrase.map(secret -> FilePasswordProvider.of(secret.read())).orElse(FilePasswordProvider.EMPTY);
        try {
            Iterable<KeyPair> pairs = SecurityUtils.loadKeyPairIdentities(
                    null,
                    NamedResource.ofName("privateKey"),
                    new ByteArrayInputStream(key.read().getBytes(StandardCharsets.UTF_8)),
                    provider);
            if (pairs == null) {
                throw new SftpRefusal("the private key is in no known format", null);
            }
            return pairs;
        } catch (GeneralSecurityException | IOException e) {
            throw new SftpRefusal(
                    "the private key cannot be read: " + e.getClass().getSimpleName(), e);
        }
    }

    private SshClient client() throws IOException {
        if (client == null) {
            SshClient fresh = SshClient.setUpDefaultClient();
            fresh.setServerKeyVerifier(knownHosts);
            fresh.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
            fresh.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
            fresh.setAgentFactory(null);
            fresh.setUserAuthFactories(waysToLogIn());
            fresh.setKeyExchangeFactories(strong(fresh.getKeyExchangeFactories(), f -> f.getName(), "sha1"));
            fresh.setCipherFactories(strong(fresh.getCipherFactories(), f -> f.getName(), "cbc", "arcfour", "none"));
            fresh.setMacFactories(strong(fresh.getMacFactories(), f -> f.getName(), "sha1", "md5", "none"));
            CoreModuleProperties.NIO_WORKERS.set(fresh, 2);
            CoreModuleProperties.AUTH_TIMEOUT.set(fresh, connectTimeout);
            CoreModuleProperties.IDLE_TIMEOUT.set(fresh, idleTimeout);
            CoreModuleProperties.WAIT_FOR_SPACE_TIMEOUT.set(fresh, idleTimeout);
            CoreModuleProperties.CHANNEL_OPEN_TIMEOUT.set(fresh, connectTimeout);
            CoreModuleProperties.CHANNEL_CLOSE_TIMEOUT.set(fresh, connectTimeout);
            SftpModuleProperties.SFTP_CHANNEL_OPEN_TIMEOUT.set(fresh, connectTimeout);
            fresh.start();
            client = fresh;
        }
        preferKnownKeyTypes(client);
        return client;
    }

    /** A server has keys of several types; ask first for one of a type we know, as OpenSSH does. */
    private void preferKnownKeyTypes(SshClient fresh) throws IOException {
        Set<String> known;
        try {
            known = knownHosts.knownTypes();
        } catch (IOException | RuntimeException e) {
            throw new SftpRefusal("the known hosts file cannot be read: " + Handovers.why(e), e);
        }
        var signatures = new ArrayList<>(ClientBuilder.setUpDefaultSignatureFactories(true));
        signatures.removeIf(
                f -> f.getName().startsWith("ssh-rsa") || f.getName().startsWith("ssh-dss"));
        signatures.sort((a, b) -> Boolean.compare(
                known.contains(KeyUtils.getCanonicalKeyType(b.getName())),
                known.contains(KeyUtils.getCanonicalKeyType(a.getName()))));
        fresh.setSignatureFactories(signatures);
    }

    private List<UserAuthFactory> waysToLogIn() {
        List<UserAuthFactory> ways = new ArrayList<>();
        if (privateKey.isPresent()) {
            ways.add(UserAuthPublicKeyFactory.INSTANCE);
        }
        if (password.isPresent()) {
            ways.add(UserAuthPasswordFactory.INSTANCE);
            ways.add(UserAuthKeyboardInteractiveFactory.INSTANCE);
        }
        return ways;
    }

    private static <F> List<F> strong(List<F> offered, Function<F, String> name, String... weaknesses) {
        Predicate<F> weak = factory -> {
            String lower = name.apply(factory).toLowerCase(Locale.ROOT);
            return List.of(weaknesses).stream().anyMatch(lower::contains);
        };
        return offered.stream().filter(weak.negate()).toList();
    }
}
