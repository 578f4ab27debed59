package org.clearlane.api;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;
import org.clearlane.model.Money;
import org.clearlane.store.Sql;

/**
 * What one practice may read. The practice is named to the database for one transaction, and row security does the
 * rest: another practice's id finds nothing. Safe for use by several threads.
 */
public final class PracticeView {

    private final DataSource dataSource;

    public PracticeView(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** What is read in one transaction. */
    @FunctionalInterface
    public interface Reading<T> {
        T from(Connection connection) throws SQLException;
    }

    /** Reads as this practice. */
    public <T> T as(String practiceId, Reading<T> reading) {
        try (Connection connection = dataSource.getConnection()) {
            try {
                Sql.first(connection, "select set_config('clearlane.practice', ?, true)", row -> null, practiceId);
                return reading.from(connection);
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new Failure(FailureCode.DATABASE_UNAVAILABLE, "the ledger cannot be read", e);
        }
    }

    /** Rows as this practice sees them. */
    public List<Map<String, Object>> list(String practiceId, String sql, Object... values) {
        return as(practiceId, connection -> Sql.list(connection, sql, PracticeView::row, values));
    }

    /** A row as this practice sees it, or empty. */
    public Optional<Map<String, Object>> first(String practiceId, String sql, Object... values) {
        return as(practiceId, connection -> Sql.first(connection, sql, PracticeView::row, values));
    }

    /**
     * A row under names as the API uses them: cents become amounts of money, times become RFC 3339, what is null is left
     * out, and so is text that is empty.
     */
    public static Map<String, Object> row(ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        Map<String, Object> all = new LinkedHashMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            String name = columns.getColumnLabel(i);
            Object value = row.getObject(i);
            if (value == null || value.equals("")) {
                continue;
            }
            if (name.endsWith("_cents")) {
                all.put(camel(name.substring(0, name.length() - "_cents".length())), money(new Money(row.getLong(i))));
            } else if (value instanceof java.sql.Array texts) {
                all.put(camel(name), List.of((Object[]) texts.getArray()));
            } else {
                all.put(
                        camel(name),
                        value instanceof Timestamp time ? time.toInstant().toString() : plain(value));
            }
        }
        return all;
    }

    /** An amount as programs read it: text, so that no reader makes a binary fraction of it. */
    public static Map<String, Object> money(Money amount) {
        Map<String, Object> money = new LinkedHashMap<>();
        money.put("amount", amount.toString());
        money.put("currency", "USD");
        return money;
    }

    private static Object plain(Object value) {
        return value instanceof Number || value instanceof Boolean ? value : value.toString();
    }

    private static String camel(String name) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            // A column that only tells where the next page begins has a line in front.
            if (name.charAt(i) == '_' && i > 0) {
                text.append(Character.toUpperCase(name.charAt(++i)));
            } else {
                text.append(name.charAt(i));
            }
        }
        return text.toString();
    }
}
