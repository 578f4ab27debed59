package org.clearlane.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.stream.Stream;
import org.clearlane.store.database.Database;
import org.clearlane.store.database.DatabaseSecrets;
import org.clearlane.store.database.EmbeddedDatabase;
import org.clearlane.store.database.Role;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One PostgreSQL server for all tests of a run; each test class that asks for a {@link Ledgers} in its
 * {@code @BeforeAll} gets an empty, migrated database of its own on it.
 */
public final class LedgerServer implements ParameterResolver {

    private static final Namespace OURS = Namespace.create(LedgerServer.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Ledgers.class;
    }

    @Override
    public Ledgers resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Server server =
                context.getRoot().getStore(OURS).getOrComputeIfAbsent("server", unused -> new Server(), Server.class);
        return context.getStore(OURS).getOrComputeIfAbsent("ledgers", unused -> server.empty(), Ledgers.class);
    }

    private static final class Server implements AutoCloseable {

        private final Path folder;
        private final Database database;
        private final String url;
        private int databases;

        Server() {
            try {
                folder = Files.createTempDirectory("clearlane-store-test");
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            database = Database.open(folder, null);
            DatabaseSecrets secrets = DatabaseSecrets.in(folder.resolve("secrets"));
            try (EmbeddedDatabase found = EmbeddedDatabase.start(folder.resolve("postgres"), secrets)) {
                url = found.url("");
            }
        }

        Ledgers empty() {
            DatabaseSecrets secrets = DatabaseSecrets.in(folder.resolve("secrets"));
            String name = "ledger_" + ++databases;
            try (Connection admin = DriverManager.getConnection(
                            url + "postgres", Role.ADMINISTRATOR.roleName(), secrets.passwordOf(Role.ADMINISTRATOR));
                    Statement statement = admin.createStatement()) {
                statement.execute("create database " + name + " owner " + Role.OWNER.roleName());
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return new Ledgers(folder, url + name, secrets);
        }

        @Override
        public void close() throws IOException {
            database.close();
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }
}
