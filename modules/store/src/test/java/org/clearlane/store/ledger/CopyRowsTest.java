package org.clearlane.store.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.clearlane.store.LedgerServer;
import org.clearlane.store.Ledgers;
import org.clearlane.store.Sql;
import org.clearlane.store.database.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(LedgerServer.class)
class CopyRowsTest {

    private static Ledgers ledgers;
    private Connection connection;
    private final CopyRows rows = new CopyRows("copied", "place, value, amount, said");

    @BeforeAll
    static void open(Ledgers empty) {
        ledgers = empty;
    }

    @BeforeEach
    void makeATable() throws SQLException {
        connection = ledgers.as(Role.PIPELINE);
        Sql.update(
                connection, "create temporary table copied (place integer, value text, amount bigint, said boolean)");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "tab\there",
                "back\\slash and \\t \\N \\x41 \\101",
                "\\N",
                "\\.",
                "line\nline\r\nline\r",
                "'single' \"double\" `back`",
                "'; drop table claims; --",
                "Zoë 😀 \u2028",
                " blanks around ",
                "\u0001\u001f\u007f\u0085"
            })
    void bringsTextBackAsItWas(String text) throws SQLException {
        rows.number(1).text(text).number(-5).flag(true).end();
        rows.flush(connection);

        assertThat(values()).containsExactly(text);
    }

    @Test
    void tellsNothingFromEmptyText() throws SQLException {
        rows.number(1).text(null).numberOrNull(null).flag(false).end();
        rows.number(2).text("").numberOrNull(7L).flag(true).end();
        rows.flush(connection);

        assertThat(values()).containsExactly(null, "");
        assertThat(Sql.number(connection, "select count(*) from copied where amount is null and not said"))
                .isOne();
    }

    @Test
    void showsANulWhichPostgresCannotHold() throws SQLException {
        rows.number(1).text("A\0B").number(0).flag(true).end();
        rows.flush(connection);

        assertThat(values()).containsExactly("A␀B");
    }

    @Test
    void keepsCharactersWholeWhereverABufferEnds() throws SQLException {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            texts.add("x".repeat(i % 3) + "😀".repeat(4));
            rows.number(i).text(texts.getLast()).number(i).flag(true).end();
        }
        rows.flush(connection);

        assertThat(values()).isEqualTo(texts);
    }

    @Test
    void sendsEachRowOnce() throws SQLException {
        rows.number(1).text("first").number(0).flag(true).end();
        rows.flush(connection);
        rows.flush(connection);
        rows.number(2).text("second").number(0).flag(true).end();
        rows.flush(connection);

        assertThat(values()).containsExactly("first", "second");
    }

    private List<String> values() throws SQLException {
        List<String> values = new ArrayList<>();
        Sql.list(connection, "select value from copied order by place", row -> values.add(row.getString(1)));
        return values;
    }
}
