package org.clearlane.store.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;
import org.clearlane.store.Sql;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurabilityTest {

    @TempDir
    Path folder;

    @Test
    void refusesAServerThatMayLoseCommitsBeforeItMakesATableThere() throws IOException, SQLException {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "off")
                .setServerConfig("full_page_writes", "off")
                .setServerConfig("synchronous_commit", "off")
                .start()) {
            String url = server.getJdbcUrl("postgres", "postgres") + "&password=postgres";

            assertThatExceptionOfType(Failure.class)
                    .isThrownBy(() -> Database.open(folder, url))
                    .withMessageContaining("fsync=off")
                    .withMessageContaining("full_page_writes=off")
                    .withMessageContaining("synchronous_commit=off")
                    .satisfies(failure -> assertThat(failure.code()).isEqualTo(FailureCode.DATABASE_NOT_DURABLE));

            try (Connection connection = DriverManager.getConnection(url)) {
                assertThat(Sql.number(connection, "select count(*) from pg_namespace where nspname = 'clearlane'"))
                        .isZero();
            }
        }
    }

    @Test
    void stopsTheEmbeddedServerAgainWhenItsRoleMayLoseCommits() throws SQLException {
        Database.open(folder, null).close();
        DatabaseSecrets secrets = DatabaseSecrets.in(folder.resolve("secrets"));
        String url;
        try (EmbeddedDatabase server = EmbeddedDatabase.start(folder.resolve("postgres"), secrets);
                Connection admin = DriverManager.getConnection(
                        server.url("postgres"), Role.ADMINISTRATOR.roleName(), secrets.passwordOf(Role.ADMINISTRATOR));
                Statement statement = admin.createStatement()) {
            url = server.url("postgres");
            statement.execute("alter role clearlane_pipeline set synchronous_commit = off");
        }

        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> Database.open(folder, null))
                .satisfies(failure -> assertThat(failure.code()).isEqualTo(FailureCode.DATABASE_NOT_DURABLE));

        assertThatThrownBy(() -> DriverManager.getConnection(url, "postgres", "any"))
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("08001"));
    }
}
