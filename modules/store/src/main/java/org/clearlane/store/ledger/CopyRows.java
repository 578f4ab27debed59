package org.clearlane.store.ledger;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import org.clearlane.store.Sql;
import org.postgresql.PGConnection;

/**
 * Rows on their way into a table by COPY, the fastest way PostgreSQL has. COPY is refused on tables with row security,
 * so the rows go into a temporary table of the same shape first. Not safe for use by several threads.
 */
final class CopyRows {

    private final String statement;
    private final StringBuilder rows = new StringBuilder();
    private boolean rowBegun;

    /** Rows for this table; its name and columns are ours, never data. */
    CopyRows(String table, String columns) {
        this.statement = "copy " + table + " (" + columns + ") from stdin";
    }

    CopyRows text(String value) {
        separate();
        if (value == null) {
            rows.append("\\N");
            return this;
        }
        String storable = Sql.storable(value);
        for (int i = 0; i < storable.length(); i++) {
            char c = storable.charAt(i);
            switch (c) {
                case '\\' -> rows.append("\\\\");
                case '\t' -> rows.append("\\t");
                case '\n' -> rows.append("\\n");
                case '\r' -> rows.append("\\r");
                default -> rows.append(c);
            }
        }
        return this;
    }

    CopyRows number(long value) {
        separate();
        rows.append(value);
        return this;
    }

    CopyRows numberOrNull(Number value) {
        separate();
        rows.append(value == null ? "\\N" : value.toString());
        return this;
    }

    CopyRows flag(boolean value) {
        separate();
        rows.append(value ? 't' : 'f');
        return this;
    }

    void end() {
        rows.append('\n');
        rowBegun = false;
    }

    private void separate() {
        if (rowBegun) {
            rows.append('\t');
        }
        rowBegun = true;
    }

    /** Sends what has gathered. */
    void flush(Connection connection) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement, new StringReader(rows.toString()));
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory failed", e);
        }
        rows.setLength(0);
    }
}
