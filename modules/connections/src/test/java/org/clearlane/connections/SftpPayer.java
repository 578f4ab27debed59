package org.clearlane.connections;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.clearlane.model.connection.PayerConnection;

/** A real SFTP server of a payer, on a port of this machine, jailed in a folder. */
final class SftpPayer implements ScriptedPayer {

    static final String PASSWORD = "s3cret";

    final SshServer server;
    final SftpSubsystemFactory sftp = new SftpSubsystemFactory();
    private final Path root;
    private final Path knownHosts;
    private final List<String> inItsOwnSystem = new ArrayList<>();
    private final KeyPair hostKey;

    /** A server with a key that stands in its {@link #knownHosts} file; not started. */
    SftpPayer(Path folder) throws Exception {
        this(folder, KeyUtils.generateKeyPair("ecdsa-sha2-nistp256", 256));
    }

    SftpPayer(Path folder, KeyPair hostKey) throws IOException {
        this.hostKey = hostKey;
        root = Files.createDirectories(folder.resolve("server"));
        Files.createDirectories(outbound());
        Files.createDirectories(inbound());
        knownHosts = folder.resolve("known_hosts");
        server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setPort(0);
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        server.setPasswordAuthenticator(
                (user, password, session) -> "clearlane".equals(user) && PASSWORD.equals(password));
        server.setFileSystemFactory(new VirtualFileSystemFactory(root));
        server.setSubsystemFactories(List.of(sftp));
    }

    SftpPayer start() throws IOException {
        server.start();
        trust(hostKey);
        return this;
    }

    /** Writes the known hosts file so that it names this key and no other. */
    void trust(KeyPair key) throws IOException {
        Files.writeString(
                knownHosts, "[127.0.0.1]:" + server.getPort() + " " + PublicKeyEntry.toString(key.getPublic()) + "\n");
    }

    Path outbound() {
        return root.resolve("in");
    }

    Path inbound() {
        return root.resolve("out");
    }

    Path knownHosts() {
        return knownHosts;
    }

    Map<String, String> settings() {
        return new HashMap<>(Map.ofEntries(
                Map.entry("host", "127.0.0.1"),
                Map.entry("port", Integer.toString(server.getPort())),
                Map.entry("user", "clearlane"),
                Map.entry("password", "env:ACME_PASSWORD"),
                Map.entry("knownHosts", knownHosts.toString()),
                Map.entry("outbound", "/in"),
                Map.entry("inbound", "/out"),
                Map.entry("connectTimeoutMs", "5000"),
                Map.entry("idleTimeoutMs", "5000"),
                Map.entry("stableMs", "0")));
    }

    PayerConnection connect(Map<String, String> settings) {
        return Profiles.open("sftp", settings, Map.of("ACME_PASSWORD", PASSWORD));
    }

    @Override
    public PayerConnection connect() {
        return connect(settings());
    }

    @Override
    public List<String> received() throws IOException {
        List<String> received = new ArrayList<>(inItsOwnSystem);
        for (String name : Folders.names(outbound())) {
            if (!name.endsWith(".part")) {
                received.add(Files.readString(outbound().resolve(name)));
            }
        }
        return received;
    }

    @Override
    public void takesWhatItReceived() throws IOException {
        inItsOwnSystem.addAll(received());
        Folders.clear(outbound());
    }

    @Override
    public void offers(String name, String content) throws IOException {
        Files.writeString(inbound().resolve(name), content);
    }

    @Override
    public Set<String> stillOffers() {
        try {
            return new TreeSet<>(Folders.names(inbound()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void goesAway() throws IOException {
        server.stop(true);
    }

    @Override
    public void close() throws IOException {
        server.close(true);
    }
}
