package org.clearlane.store.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.clearlane.store.Sql;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {

    @TempDir
    Path folder;

    @Test
    void keepsWhatItHoldsFromOneStartToTheNext() throws SQLException {
        try (Database first = Database.open(folder, null);
                Connection connection = first.pipeline().getConnection()) {
            Sql.update(connection, "insert into practices (id, name) values ('lakeside', 'Lakeside')");
            connection.commit();
        }

        try (Database second = Database.open(folder, null);
                Connection connection = second.pipeline().getConnection()) {
            assertThat(Sql.list(connection, "select name from practices", row -> row.getString(1)))
                    .containsExactly("Lakeside");
        }
    }

    @Test
    void letsNobodyInWithoutAPassword() throws IOException {
        try (Database database = Database.open(folder, null)) {
            assertThat(database.pipeline()).isNotNull();
            String url = "jdbc:postgresql://127.0.0.1:"
                    + Files.readString(folder.resolve("postgres/port")).strip() + "/clearlane";

            for (Role role : Role.values()) {
                assertRefused(url + "?user=" + role.roleName());
                assertRefused(url + "?user=" + role.roleName() + "&password=" + role.roleName());
            }
        }
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(folder.resolve("secrets/database.properties"))))
                .isEqualTo("rw-------");
    }

    private static void assertRefused(String url) {
        // 28P01: the server refuses the password; 08004: it asks for one and there is none.
        assertThatThrownBy(() -> DriverManager.getConnection(url))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isIn("28P01", "08004"));
    }

    @Test
    void leavesAServerRunningThatAnotherOneStarted() throws SQLException {
        try (Database service = Database.open(folder, null)) {
            Database.open(folder, null).close();

            try (Connection connection = service.auditor().getConnection()) {
                assertThat(Sql.number(connection, "select count(*) from practices"))
                        .isZero();
            }
        }
    }

    @Test
    void takesOverAServerThatACrashLeftRunning() throws SQLException {
        Database crashed = Database.open(folder, null);
        String url = "jdbc:postgresql://127.0.0.1:" + port() + "/clearlane?user=postgres&password=any";
        Database service = Database.open(folder, null);

        service.shutDown();

        assertThatThrownBy(() -> DriverManager.getConnection(url))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("08001"));
        crashed.close();
    }

    private String port() {
        try {
            return Files.readString(folder.resolve("postgres/port")).strip();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void keepsItsPortAndItsPasswords() throws IOException {
        Database.open(folder, null).close();
        String port = port();
        String passwords = Files.readString(folder.resolve("secrets/database.properties"));

        Database.open(folder, null).close();

        assertThat(port()).isEqualTo(port);
        assertThat(Files.readString(folder.resolve("secrets/database.properties")))
                .isEqualTo(passwords);
    }
}
