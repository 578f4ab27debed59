package org.clearlane.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import org.clearlane.store.database.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(LedgerServer.class)
class SqlTest {

    private static Ledgers ledgers;

    @BeforeAll
    static void open(Ledgers empty) {
        ledgers = empty;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'; drop table claims; --",
                "' or '1'='1",
                "$$; select pg_sleep(9) $$",
                "\\'; truncate files; --",
                "{fn now()} ? $1 ??",
                "%00 \t\r\n \u2028 😀",
                ""
            })
    void takesAnyTextAsAValueAndNothingElse(String text) throws SQLException {
        try (Connection connection = ledgers.as(Role.PIPELINE)) {
            assertThat(Sql.first(connection, "select ?::text", row -> row.getString(1), text))
                    .contains(text);
            assertThat(Sql.first(connection, "select (?::text[])[2]", row -> row.getString(1), (Object)
                            new String[] {"one", text}))
                    .contains(text);
        }
    }

    @Test
    void showsANulWhichPostgresCannotHold() throws SQLException {
        try (Connection connection = ledgers.as(Role.PIPELINE)) {
            assertThat(Sql.first(connection, "select ?::text", row -> row.getString(1), "A\0B"))
                    .contains("A␀B");
            assertThat(Sql.first(connection, "select (?::text[])[1]", row -> row.getString(1), (Object)
                            new String[] {"A\0B"}))
                    .contains("A␀B");
        }
    }

    @Test
    void bringsTimesAndDatesBackAsTheyWere() throws SQLException {
        Instant instant = Instant.parse("2026-02-28T23:59:59.123456Z");
        LocalDate date = LocalDate.of(2024, 2, 29);
        try (Connection connection = ledgers.as(Role.PIPELINE)) {
            assertThat(Sql.first(connection, "select ?::timestamptz as t", row -> Sql.instant(row, "t"), instant))
                    .contains(instant);
            assertThat(Sql.first(connection, "select ?::date as d", row -> Sql.date(row, "d"), date))
                    .contains(date);
            assertThat(Sql.first(connection, "select null::timestamptz as t", row -> Sql.instant(row, "t")))
                    .isEmpty();
        }
    }
}
