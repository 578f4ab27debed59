package org.clearlane.custody;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

/** A PostgreSQL server with one clean ledger, of which every test gets a copy of its own. */
final class LedgerServer implements AutoCloseable {

    private final EmbeddedPostgres server;
    private int copies;

    private LedgerServer(EmbeddedPostgres server) {
        this.server = server;
    }

    /** Starts the server and opens an empty ledger by the real migrations. */
    static LedgerServer start() throws IOException, SQLException {
        LedgerServer ledgers = new LedgerServer(EmbeddedPostgres.builder().start());
        try (Connection admin = ledgers.connect("postgres", "postgres");
                Statement statement = admin.createStatement()) {
            for (String role : List.of("clearlane_pipeline", "clearlane_api", "clearlane_auditor")) {
                statement.execute("create role " + role + " login nosuperuser nobypassrls");
            }
            statement.execute("create database clean");
        }
        try (Connection owner = ledgers.connect("clean", "postgres");
                Statement statement = owner.createStatement()) {
            statement.execute("create schema clearlane");
            statement.execute("set search_path to clearlane");
            for (Path migration : migrations()) {
                statement.execute(Files.readString(migration));
            }
        }
        return ledgers;
    }

    private static List<Path> migrations() throws IOException {
        Path folder = Path.of(System.getProperty("clearlane.root"), "modules/store/src/main/resources/db/migration");
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .toList();
        }
    }

    /** The ledger that is copied: nobody may be connected when it is. */
    Connection original() throws SQLException {
        return connect("clean", "postgres");
    }

    /** A copy of the clean ledger, by its name. */
    String copy() throws SQLException {
        String name = "copy_" + ++copies;
        try (Connection admin = connect("postgres", "postgres");
                Statement statement = admin.createStatement()) {
            statement.execute("create database " + name + " template clean");
        }
        return name;
    }

    Connection connect(String database, String role) throws SQLException {
        return DriverManager.getConnection(
                server.getJdbcUrl(role, database) + (role.equals("postgres") ? "&currentSchema=clearlane,public" : ""));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
