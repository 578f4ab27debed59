package org.clearlane.custody;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * What a check looks at.
 *
 * @param connection in one read-only transaction, so that all invariants see the ledger at the same moment
 * @param archive the kept bytes
 * @param mailboxes the folder that holds one folder a practice, or null
 * @param payerJournals folders of simulated payers, each with what that payer received
 * @param now the moment of the check
 */
record Audit(Connection connection, ArchiveFolder archive, Path mailboxes, List<Path> payerJournals, Instant now) {

    /** Rows held in memory at a time, however many a query has. */
    private static final int FETCH_SIZE = 2_000;

    /** What is done with each row. */
    @FunctionalInterface
    interface RowTask {
        void row(ResultSet row) throws SQLException, IOException;
    }

    /** Runs a query and hands out its rows one by one. Queries may be nested. */
    void each(String sql, RowTask task, Object... arguments) throws SQLException, IOException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(FETCH_SIZE);
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    task.row(row);
                }
            }
        }
    }

    /** The one number a query yields. */
    long number(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
