package org.clearlane.store.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;
import org.clearlane.store.Sql;
import org.clearlane.store.ledger.Figures;
import org.flywaydb.core.Flyway;

/**
 * The database, ready for use: server started or found, roles there, migrations run, durability asserted, one pool for
 * each role that works.
 */
public final class Database implements AutoCloseable {

    private static final String SCHEMA = "clearlane";
    /** Nodes that start at the same time make the roles one after the other. */
    private static final long ROLES_LOCK = 7105;

    private final EmbeddedDatabase embedded;
    private final HikariDataSource pipeline;
    private final HikariDataSource api;
    private final HikariDataSource auditor;

    private Database(EmbeddedDatabase embedded, List<HikariDataSource> pools) {
        this.embedded = embedded;
        this.pipeline = pools.get(0);
        this.api = pools.get(1);
        this.auditor = pools.get(2);
    }

    /**
     * Opens the database.
     *
     * @param dataFolder where the embedded server and the passwords live
     * @param databaseUrl a server of your own as a JDBC address with its owner's user and password, or null for the
     *     embedded one. The owner needs CREATEROLE the first time
     */
    public static Database open(Path dataFolder, String databaseUrl) {
        return open(dataFolder, dataFolder, databaseUrl);
    }

    /** As {@link #open(Path, String)}, with the passwords in a folder that several nodes share. */
    public static Database open(Path dataFolder, Path sharedFolder, String databaseUrl) {
        DatabaseSecrets secrets = DatabaseSecrets.in(sharedFolder.resolve("secrets"));
        EmbeddedDatabase embedded =
                databaseUrl == null ? EmbeddedDatabase.start(dataFolder.resolve("postgres"), secrets) : null;
        try {
            String owned = databaseUrl;
            if (embedded != null) {
                prepareEmbedded(embedded, secrets);
                owned = embedded.url(SCHEMA) + "?user=" + Role.OWNER.roleName() + "&password="
                        + secrets.passwordOf(Role.OWNER);
            }
            makeRoles(embedded == null ? owned : adminUrl(embedded, secrets), secrets);
            String bare = withoutLogin(owned);
            assertDurable(bare, secrets);
            migrate(owned);
            return new Database(embedded, pools(bare, secrets));
        } catch (SQLException | RuntimeException e) {
            if (embedded != null) {
                embedded.close();
            }
            throw e instanceof Failure failure
                    ? failure
                    : new Failure(FailureCode.DATABASE_UNAVAILABLE, "the database could not be opened", e);
        }
    }

    /** The address without the owner's login; what else it says, such as how TLS is used, holds for every role. */
    static String withoutLogin(String url) {
        int question = url.indexOf('?');
        if (question < 0) {
            return url;
        }
        String kept = Arrays.stream(url.substring(question + 1).split("&"))
                .filter(parameter -> !parameter.startsWith("user=") && !parameter.startsWith("password="))
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? url.substring(0, question) : url.substring(0, question + 1) + kept;
    }

    private static String adminUrl(EmbeddedDatabase embedded, DatabaseSecrets secrets) {
        return embedded.url(SCHEMA) + "?user=" + Role.ADMINISTRATOR.roleName() + "&password="
                + secrets.passwordOf(Role.ADMINISTRATOR);
    }

    private static void prepareEmbedded(EmbeddedDatabase embedded, DatabaseSecrets secrets) throws SQLException {
        try (Connection admin = DriverManager.getConnection(
                embedded.url("postgres"), Role.ADMINISTRATOR.roleName(), secrets.passwordOf(Role.ADMINISTRATOR))) {
            ensureRole(admin, Role.OWNER, secrets);
            if (Sql.number(admin, "select count(*) from pg_database where datname = ?", SCHEMA) == 0) {
                try (Statement statement = admin.createStatement()) {
                    statement.execute("create database clearlane owner clearlane_owner");
                }
            }
        }
    }

    private static void makeRoles(String url, DatabaseSecrets secrets) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            connection.setAutoCommit(false);
            Sql.first(connection, "select pg_advisory_xact_lock(?)", row -> null, ROLES_LOCK);
            for (Role role : List.of(Role.PIPELINE, Role.API, Role.AUDITOR)) {
                ensureRole(connection, role, secrets);
            }
            connection.commit();
        }
    }

    private static void ensureRole(Connection connection, Role role, DatabaseSecrets secrets) throws SQLException {
        if (Sql.number(connection, "select count(*) from pg_roles where rolname = ?", role.roleName()) == 0) {
            try (Statement statement = connection.createStatement()) {
                // Both come from our own closed lists; a role statement takes no parameters.
                statement.execute("create role %s login nosuperuser nobypassrls password '%s'"
                        .formatted(role.roleName(), secrets.passwordOf(role)));
            }
        }
    }

    private static void migrate(String ownerUrl) {
        Flyway.configure()
                .dataSource(ownerUrl, null, null)
                .schemas(SCHEMA)
                .createSchemas(true)
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    /** A crash test cannot show what a power loss does: the settings that decide it are looked at instead. */
    private static void assertDurable(String url, DatabaseSecrets secrets) throws SQLException {
        try (Connection connection =
                DriverManager.getConnection(url, Role.PIPELINE.roleName(), secrets.passwordOf(Role.PIPELINE))) {
            List<String> wrong = new ArrayList<>();
            Map<String, String> wanted = Map.of("fsync", "on", "full_page_writes", "on");
            for (var setting : wanted.entrySet()) {
                String actual = Sql.first(
                                connection, "select current_setting(?)", row -> row.getString(1), setting.getKey())
                        .orElse("");
                if (!actual.equals(setting.getValue())) {
                    wrong.add(setting.getKey() + "=" + actual);
                }
            }
            String commit = Sql.first(
                            connection, "select current_setting('synchronous_commit')", row -> row.getString(1))
                    .orElse("");
            if (commit.equals("off")) {
                wrong.add("synchronous_commit=off");
            }
            if (!wrong.isEmpty()) {
                throw new Failure(
                        FailureCode.DATABASE_NOT_DURABLE,
                        "the database may lose commits with " + wrong + "; Clearlane does not start on it");
            }
        }
    }

    private static List<HikariDataSource> pools(String url, DatabaseSecrets secrets) {
        List<HikariDataSource> pools = new ArrayList<>();
        try {
            pools.add(pool(url, Role.PIPELINE, secrets, 20));
            pools.add(pool(url, Role.API, secrets, 8));
            pools.add(pool(url, Role.AUDITOR, secrets, 2));
            return pools;
        } catch (RuntimeException e) {
            pools.forEach(HikariDataSource::close);
            throw e;
        }
    }

    private static HikariDataSource pool(String url, Role role, DatabaseSecrets secrets, int size) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(role.roleName());
        config.setJdbcUrl(url);
        config.setUsername(role.roleName());
        config.setPassword(secrets.passwordOf(role));
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setAutoCommit(false);
        config.setConnectionTimeout(10_000);
        config.addDataSourceProperty("currentSchema", SCHEMA);
        config.addDataSourceProperty("ApplicationName", role.roleName());
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        // The detail of an error quotes values of the row; they must not reach a log.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        return new HikariDataSource(config);
    }

    /**
     * How busy the connections of a role are.
     *
     * @param waiting threads that wait for one
     * @param most that there may be
     */
    public record PoolUse(String role, int active, int idle, int waiting, int most) {}

    /** How busy the connections are, a row a role. */
    public List<PoolUse> pools() {
        return Stream.of(pipeline, api, auditor)
                .map(pool -> new PoolUse(
                        pool.getPoolName(),
                        pool.getHikariPoolMXBean().getActiveConnections(),
                        pool.getHikariPoolMXBean().getIdleConnections(),
                        pool.getHikariPoolMXBean().getThreadsAwaitingConnection(),
                        pool.getMaximumPoolSize()))
                .toList();
    }

    /** Whether the database answers; a look that anybody may take, at nothing. May wait as long as the pool does. */
    public boolean answers() {
        try (Connection connection = pipeline.getConnection()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    /** The ledger in numbers. */
    public Figures figures() {
        return read(Figures::read);
    }

    /** How many files of the last day do not add up ({@link Figures#imbalance}). */
    public long imbalance(Instant now) {
        return read(connection -> Figures.imbalance(connection, now));
    }

    @FunctionalInterface
    private interface Reading<T> {
        T from(Connection connection) throws SQLException;
    }

    private <T> T read(Reading<T> reading) {
        try (Connection connection = auditor.getConnection()) {
            try {
                return reading.from(connection);
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new Failure(FailureCode.DATABASE_UNAVAILABLE, "the ledger cannot be read", e);
        }
    }

    /** Connections that move claims of all practices. */
    public DataSource pipeline() {
        return pipeline;
    }

    /** Connections that see one practice at a time. */
    public DataSource api() {
        return api;
    }

    /** Connections that read everything and change nothing. */
    public DataSource auditor() {
        return auditor;
    }

    /** Closes all connections; an embedded server that this call's {@link #open} started is stopped. */
    @Override
    public void close() {
        closePools();
        if (embedded != null) {
            embedded.close();
        }
    }

    /** As {@link #close}, and stops the embedded server even if it was found running: what the service does. */
    public void shutDown() {
        closePools();
        if (embedded != null) {
            embedded.stop();
        }
    }

    private void closePools() {
        auditor.close();
        api.close();
        pipeline.close();
    }
}
