package org.clearlane.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.Handle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;
import org.clearlane.model.connection.Handover;
import org.clearlane.model.connection.OutboundFile;
import org.clearlane.model.connection.PayerConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An SFTP server that dies at the worst moment, or lies. */
class SftpFaultTest {

    @TempDir
    Path folder;

    private SftpPayer payer;
    private OutboundFile file;

    @BeforeEach
    void start() throws Exception {
        payer = new SftpPayer(folder);
        file = Outbound.file(folder, "a.837", Outbound.CONTENT.repeat(20_000));
    }

    @AfterEach
    void stop() throws IOException {
        payer.close();
    }

    @Test
    void aServerKilledDuringTheUploadHasNotGotIt() throws IOException {
        listen(new SftpEventListener() {
            @Override
            public void written(
                    ServerSession session,
                    String remote,
                    FileHandle handle,
                    long offset,
                    byte[] data,
                    int at,
                    int length,
                    Throwable thrown) {
                if (offset > 0) {
                    session.close(true);
                }
            }
        });
        try (PayerConnection connection = payer.connect()) {
            assertThat(connection.stage(file))
                    .isInstanceOfSatisfying(Handover.NotDelivered.class, not -> assertThat(not.permanent())
                            .isFalse());
        }
        assertThat(payer.received()).isEmpty();
        assertThat(payer.outbound().resolve("a.837")).doesNotExist();
        assertThat(Files.size(payer.outbound().resolve("a.837.part"))).isLessThan(file.size());
    }

    @Test
    void aLinkLostBehindTheRenameLeavesItOpenAndAnInquiryFindsIt() throws IOException {
        listen(new SftpEventListener() {
            @Override
            public void moved(
                    ServerSession session, Path from, Path to, Collection<CopyOption> options, Throwable thrown) {
                session.close(true);
            }
        });
        try (PayerConnection connection = payer.connect()) {
            connection.stage(file);
            assertThat(connection.deliver(file)).isInstanceOf(Handover.Unknown.class);
            assertThat(connection.inquire(file)).isInstanceOf(Handover.Delivered.class);
        }
        assertThat(payer.received()).hasSize(1);
    }

    @Test
    void aLinkLostBeforeTheRenameLeavesItOpenAndAnInquiryFindsItStaged() throws IOException {
        listen(new SftpEventListener() {
            @Override
            public void moving(ServerSession session, Path from, Path to, Collection<CopyOption> options)
                    throws IOException {
                session.close(true);
                throw new IOException("gone");
            }
        });
        try (PayerConnection connection = payer.connect()) {
            connection.stage(file);
            assertThat(connection.deliver(file)).isInstanceOf(Handover.Unknown.class);
            assertThat(connection.inquire(file)).isInstanceOf(Handover.NotDelivered.class);
        }
        assertThat(payer.received()).isEmpty();
    }

    @Test
    void aRenameTheServerRefusesDeliversNothing() throws IOException {
        listen(new SftpEventListener() {
            @Override
            public void moving(ServerSession session, Path from, Path to, Collection<CopyOption> options)
                    throws IOException {
                throw new IOException("no");
            }
        });
        try (PayerConnection connection = payer.connect()) {
            connection.stage(file);
            assertThat(connection.deliver(file)).isInstanceOf(Handover.NotDelivered.class);
        }
        assertThat(payer.received()).isEmpty();
    }

    @Test
    void anAnswerCutOffOnTheWayIsNotKeptAndStays() throws IOException {
        listen(new SftpEventListener() {
            @Override
            public void read(
                    ServerSession session,
                    String remote,
                    FileHandle handle,
                    long offset,
                    byte[] data,
                    int at,
                    int length,
                    int read,
                    Throwable thrown) {
                if (offset > 100_000) {
                    session.close(true);
                }
            }
        });
        payer.offers("big.835", "x".repeat(4_000_000));
        List<String> kept = new ArrayList<>();
        try (PayerConnection connection = payer.connect()) {
            PayerConnection.Collection collection = connection.collect((name, bytes) -> {
                bytes.readAllBytes();
                kept.add(name);
            });
            assertThat(collection.taken()).isZero();
            assertThat(collection.problem()).contains("big.835");
        }
        assertThat(kept).isEmpty();
        assertThat(payer.stillOffers()).containsExactly("big.835");
    }

    @Test
    void namesInAHostileListingAreNeverFollowed() throws IOException {
        Path outside = Files.writeString(folder.resolve("server").resolve("x"), "outside");
        List<String> lies = List.of("../x", "/x", "two\nlines", "y".repeat(300), "..\\x");
        for (int i = 0; i < lies.size(); i++) {
            payer.offers("lure-" + i, "lure");
        }
        payer.sftp.setFileSystemAccessor(new SftpFileSystemAccessor() {
            @Override
            public void putRemoteFileName(
                    SftpSubsystemProxy subsystem, Path path, Buffer buffer, String name, boolean shortName) {
                boolean lie = name.startsWith("lure-");
                buffer.putString(lie ? lies.get(Integer.parseInt(name.substring("lure-".length()))) : name);
            }
        });
        List<String> opened = new ArrayList<>();
        listen(new SftpEventListener() {
            @Override
            public void open(ServerSession session, String remote, Handle handle) {
                opened.add(handle.getFile().getFileName().toString());
            }
        });
        try (PayerConnection connection = payer.connect()) {
            PayerConnection.Collection collection = connection.collect((name, bytes) -> {
                throw new AssertionError("given to the sink");
            });
            assertThat(collection.taken()).isZero();
            assertThat(collection.problem())
                    .contains("../x")
                    .contains("two?lines")
                    .doesNotContain("\n");
        }
        assertThat(opened).containsExactly("out");
        assertThat(outside).hasContent("outside");
        assertThat(payer.stillOffers()).hasSize(lies.size());
    }

    @Test
    void aSessionTheServerDroppedIsRenewed() throws IOException {
        payer.start();
        try (PayerConnection connection = payer.connect()) {
            connection.check();
            payer.server.getActiveSessions().forEach(session -> session.close(true));
            await().until(() -> payer.server.getActiveSessions().isEmpty());
            assertThat(connection.stage(file)).isInstanceOf(Handover.Delivered.class);
            assertThat(connection.deliver(file)).isInstanceOf(Handover.Delivered.class);
        }
    }

    @Test
    void aServerThatSaysNothingIsGivenUp() throws IOException {
        try (ServerSocket silent = new ServerSocket(0)) {
            payer.start();
            Map<String, String> settings = payer.settings();
            settings.put("port", Integer.toString(silent.getLocalPort()));
            settings.put("connectTimeoutMs", "500");
            long start = System.nanoTime();
            try (PayerConnection connection = payer.connect(settings)) {
                assertThat(connection.deliver(file)).isInstanceOf(Handover.NotDelivered.class);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void aServerThatStopsAnsweringIsGivenUp() throws IOException {
        CountDownLatch tested = new CountDownLatch(1);
        listen(new SftpEventListener() {
            @Override
            public void written(
                    ServerSession session,
                    String remote,
                    FileHandle handle,
                    long offset,
                    byte[] data,
                    int at,
                    int length,
                    Throwable thrown)
                    throws IOException {
                try {
                    tested.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
            }
        });
        Map<String, String> settings = payer.settings();
        settings.put("idleTimeoutMs", "500");
        settings.put("connectTimeoutMs", "1000");
        long start = System.nanoTime();
        try (PayerConnection connection = payer.connect(settings)) {
            assertThat(connection.stage(file)).isInstanceOf(Handover.NotDelivered.class);
        } finally {
            tested.countDown();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
    }

    private void listen(SftpEventListener listener) throws IOException {
        payer.sftp.addSftpEventListener(listener);
        payer.start();
    }
}
