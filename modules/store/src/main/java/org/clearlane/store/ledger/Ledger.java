package org.clearlane.store.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import javax.sql.DataSource;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;
import org.clearlane.store.Ids;

/** The book of record. Everything that belongs together is written in one transaction, or not at all. */
public final class Ledger {

    private final DataSource dataSource;
    private final Clock clock;
    private final Ids ids;

    public Ledger(DataSource dataSource, Clock clock, Ids ids) {
        this.dataSource = dataSource;
        this.clock = clock;
        this.ids = ids;
    }

    /** What is done in one transaction. */
    @FunctionalInterface
    public interface Work<T> {
        T in(Tx tx) throws SQLException;
    }

    /** What is done in one transaction, without a result. */
    @FunctionalInterface
    public interface Task {
        void in(Tx tx) throws SQLException;
    }

    /**
     * An open transaction.
     *
     * @param connection of the pipeline's role
     * @param now one instant for all rows of the transaction
     * @param ids for new rows
     */
    public record Tx(Connection connection, Instant now, Ids ids) {}

    /**
     * Runs the work and commits. Anything thrown rolls everything back.
     *
     * @throws Failure with {@link FailureCode#DATABASE_UNAVAILABLE} when the database is away or cannot do it now.
     *     Whether a commit whose reply was lost took place is not known then: the caller looks up by key before it does
     *     the work again, which the unique constraints make harmless
     * @throws IllegalStateException when what was asked is wrong, so that asking again is refused again
     */
    public <T> T transact(Work<T> work) {
        try (Connection connection = dataSource.getConnection()) {
            try {
                T result = work.in(new Tx(connection, clock.instant(), ids));
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException | Error e) {
                rollback(connection, e);
                throw e;
            }
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    /**
     * What a refusal of the database means. The difference decides whether work waits for the database or is put aside
     * for a person: a value it cannot hold must not come back for ever.
     */
    public static RuntimeException refused(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        String message = "the database refused (SQLSTATE " + state + ")";
        // By SQLSTATE class: 22 data and 23 constraints, 21 and 42 statements and rights.
        if (state.startsWith("22") || state.startsWith("23")) {
            return new IllegalStateException(message, withoutWords(e));
        }
        return state.startsWith("21") || state.startsWith("42")
                ? new IllegalStateException(message, e)
                : new Failure(FailureCode.DATABASE_UNAVAILABLE, message, e);
    }

    /** The server quotes values it refuses, and an exception ends in a log: where it happened is kept, what it said not. */
    private static SQLException withoutWords(SQLException e) {
        SQLException silent = new SQLException("what the server said may quote a claim", e.getSQLState());
        silent.setStackTrace(e.getStackTrace());
        return silent;
    }

    /** As {@link #transact}, for work without a result. */
    public void run(Task task) {
        transact(tx -> {
            task.in(tx);
            return null;
        });
    }

    private static void rollback(Connection connection, Throwable cause) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    /** A connection of its own, for a session lock that is held while the world is waited for. The caller closes. */
    public Connection session() throws SQLException {
        return dataSource.getConnection();
    }

    public Clock clock() {
        return clock;
    }

    public Ids ids() {
        return ids;
    }
}
