package org.clearlane.simulator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.Handle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** A payer behind an SFTP server on loopback. The client sees {@code /in} and {@code /out} and nothing else. */
final class SftpDoor implements Door {

    private static final String HOST = "127.0.0.1";

    private final PayerSettings payer;
    private final PayerFolders folders;
    private final KeptPort port;
    private final Set<Path> beingWritten = ConcurrentHashMap.newKeySet();
    private final Inbox inbox;
    private final AtomicInteger cuts = new AtomicInteger();
    private SshServer server;
    private KeyPair hostKey;
    private int bound;

    SftpDoor(PayerSettings payer, PayerFolders folders) {
        this.payer = payer;
        this.folders = folders;
        this.port = new KeptPort(payer.port(), folders.file("port"));
        this.inbox = new Inbox(folders.in(), beingWritten);
    }

    @Override
    public void open() throws IOException {
        Files.createDirectories(folders.in());
        Files.createDirectories(folders.out());
        hostKey = hostKey();
        bound = port.bind(this::start);
    }

    private KeyPair hostKey() throws IOException {
        SimpleGeneratorHostKeyProvider keys =
                new SimpleGeneratorHostKeyProvider(folders.keys().resolve("ssh_host_key"));
        keys.setAlgorithm("EC");
        keys.setKeySize(256);
        List<KeyPair> loaded = keys.loadKeys(null);
        if (loaded.isEmpty()) {
            throw new IOException("the host key cannot be made or read");
        }
        return loaded.getFirst();
    }

    private int start(int wanted) throws IOException {
        SshServer starting = SshServer.setUpDefaultServer();
        starting.setHost(HOST);
        starting.setPort(wanted);
        starting.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        starting.setPasswordAuthenticator(
                (user, password, session) -> same(user, payer.user()) && same(password, payer.password()));
        starting.setFileSystemFactory(new VirtualFileSystemFactory(folders.box()));
        starting.setForwardingFilter(RejectAllForwardingFilter.INSTANCE);
        SftpSubsystemFactory sftp = new SftpSubsystemFactory();
        sftp.addSftpEventListener(new Watch());
        starting.setSubsystemFactories(List.of(sftp));
        starting.start();
        server = starting;
        return starting.getPort();
    }

    private static boolean same(String given, String expected) {
        return MessageDigest.isEqual(given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        if (server != null) {
            server.stop(true);
            server = null;
        }
        beingWritten.clear();
    }

    @Override
    public PayerEndpoint endpoint() {
        String knownHosts = "[%s]:%d %s".formatted(HOST, bound, PublicKeyEntry.toString(hostKey.getPublic()));
        return new PayerEndpoint.Sftp(HOST, bound, payer.user(), payer.password(), knownHosts, "/in", "/out");
    }

    @Override
    public Inbox inbox() {
        return inbox;
    }

    @Override
    public void acceptThenCut(int times) {
        cuts.set(times);
    }

    /** Knows which files are still open, and cuts the line where it was told to. */
    private final class Watch implements SftpEventListener {

        @Override
        public void opening(ServerSession session, String remoteHandle, Handle localHandle) {
            beingWritten.add(local(localHandle.getFile()));
        }

        @Override
        public void exiting(ServerSession session, Handle localHandle) {
            beingWritten.remove(local(localHandle.getFile()));
        }

        @Override
        public void closed(ServerSession session, String remoteHandle, Handle localHandle, Throwable thrown) {
            beingWritten.remove(local(localHandle.getFile()));
        }

        @Override
        public void moved(ServerSession session, Path from, Path to, Collection<CopyOption> options, Throwable thrown) {
            boolean handedOver = local(to).startsWith(folders.in());
            if (thrown == null && handedOver && cuts.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                session.close(true);
            }
        }

        /** A path of the jail as a path of this machine. */
        private Path local(Path jailed) {
            return folders.box().resolve(jailed.toString().replaceFirst("^/+", ""));
        }
    }
}
