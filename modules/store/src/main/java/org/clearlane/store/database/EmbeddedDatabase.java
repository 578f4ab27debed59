package org.clearlane.store.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL server that comes along, for evaluation and for a single node. It keeps its port, so that after a
 * kill -9 of ours, which leaves the server running, the next start finds it and goes on with it.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final String ACCESS_RULES = "pg_hba.conf";
    private static final String PASSWORDS_FOR_EVERYONE =
            "# Written by Clearlane: passwords for everyone, this machine only.";

    private final int port;
    private final Path folder;
    private final EmbeddedPostgres started;

    private EmbeddedDatabase(int port, Path folder, EmbeddedPostgres started) {
        this.port = port;
        this.folder = folder;
        this.started = started;
    }

    /** Starts the server on this folder, or finds the one that already runs on it. */
    public static EmbeddedDatabase start(Path folder, DatabaseSecrets secrets) {
        Path data = folder.resolve("data");
        try {
            Files.createDirectories(folder);
            int port = portOf(folder);
            if (isRunning(data, port)) {
                LOG.info("the embedded database is already running on port {}", port);
                return new EmbeddedDatabase(port, folder, null);
            }
            Files.deleteIfExists(data.resolve("postmaster.pid"));
            boolean secured = asksForPasswords(data);
            EmbeddedPostgres server = launch(folder, data, port, secured, secrets);
            if (!secured) {
                requirePasswords(port, data, secrets);
            }
            return new EmbeddedDatabase(port, folder, server);
        } catch (IOException | SQLException e) {
            throw new Failure(
                    FailureCode.DATABASE_UNAVAILABLE,
                    "the embedded PostgreSQL did not start under " + folder
                            + ". It needs user namespaces when run as root; with a server of your own use"
                            + " --database-url",
                    e);
        }
    }

    private static EmbeddedPostgres launch(Path folder, Path data, int port, boolean secured, DatabaseSecrets secrets)
            throws IOException {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setOverrideWorkingDirectory(folder.resolve("server").toFile())
                .setPort(port)
                .setPGStartupWait(START_LIMIT)
                .setErrorRedirector(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("server.log").toFile()))
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("server.log").toFile()))
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "60")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("max_wal_size", "2GB")
                .setServerConfig("shared_buffers", "256MB")
                // Statements carry health information as parameters: the server's log holds none of them.
                .setServerConfig("log_min_error_statement", "panic")
                .setServerConfig("log_parameter_max_length_on_error", "0");
        if (secured) {
            builder.setConnectConfig("password", secrets.passwordOf(Role.ADMINISTRATOR));
        }
        return builder.start();
    }

    /** The server starts with trust on localhost; before it keeps anything it learns to ask for passwords. */
    private static void requirePasswords(int port, Path data, DatabaseSecrets secrets)
            throws IOException, SQLException {
        try (Connection connection =
                        DriverManager.getConnection(url(port, "postgres"), Role.ADMINISTRATOR.roleName(), "");
                Statement statement = connection.createStatement()) {
            statement.execute("alter role postgres password '" + secrets.passwordOf(Role.ADMINISTRATOR) + "'");
            Path part = data.resolve(ACCESS_RULES + ".part");
            Files.write(part, List.of(PASSWORDS_FOR_EVERYONE, "host all all 127.0.0.1/32 scram-sha-256"));
            Files.move(part, data.resolve(ACCESS_RULES), StandardCopyOption.ATOMIC_MOVE);
            statement.execute("select pg_reload_conf()");
        }
    }

    /** The rules themselves tell: a mark beside them could be lost by a crash between the two. */
    private static boolean asksForPasswords(Path data) throws IOException {
        Path rules = data.resolve(ACCESS_RULES);
        return Files.exists(rules) && Files.readString(rules).startsWith(PASSWORDS_FOR_EVERYONE);
    }

    private static int portOf(Path folder) throws IOException {
        Path file = folder.resolve("port");
        if (Files.exists(file)) {
            return Integer.parseInt(Files.readString(file).strip());
        }
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Files.writeString(file, Integer.toString(free.getLocalPort()));
            return free.getLocalPort();
        }
    }

    private static boolean isRunning(Path data, int port) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return false;
        }
        List<String> lines = Files.readAllLines(pidFile);
        if (lines.isEmpty()) {
            return false;
        }
        boolean alive = ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                .map(ProcessHandle::isAlive)
                .orElse(false);
        return alive && answers(port);
    }

    private static boolean answers(int port) {
        long until = System.nanoTime() + START_LIMIT.toNanos();
        while (System.nanoTime() < until) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
                return true;
            } catch (IOException notYet) {
                try {
                    TimeUnit.MILLISECONDS.sleep(200);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return false;
                }
            }
        }
        return false;
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** The JDBC address of a database on this server. */
    public String url(String database) {
        return url(port, database);
    }

    /** Stops the server if we started it. One that was running already belongs to whoever runs it. */
    @Override
    public void close() {
        if (started != null) {
            try {
                started.close();
            } catch (IOException e) {
                LOG.warn("the embedded database could not be stopped", e);
            }
        }
    }

    /** Stops the server even if it was running already: for the service, which takes over after a crash of itself. */
    void stop() {
        try {
            if (started != null) {
                started.close();
                return;
            }
            Path pidFile = folder.resolve("data").resolve("postmaster.pid");
            if (Files.exists(pidFile)) {
                stop(Long.parseLong(Files.readAllLines(pidFile).get(0).strip()));
            }
        } catch (IOException e) {
            LOG.warn("the embedded database could not be stopped", e);
        }
    }

    private static void stop(long pid) throws IOException {
        ProcessHandle server = ProcessHandle.of(pid).orElse(null);
        if (server == null) {
            return;
        }
        // SIGINT: PostgreSQL's fast shutdown. SIGTERM would wait for every client to leave and let nobody in meanwhile.
        new ProcessBuilder("kill", "-INT", Long.toString(pid)).start();
        try {
            server.onExit().get(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("the embedded database has not stopped within 30 s");
        }
    }
}
