package org.clearlane.console.web;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.clearlane.model.Failure;
import org.clearlane.model.FailureCode;
import org.clearlane.store.Sql;

/**
 * How pages read the ledger. A practice's pages read as a role that sees one practice, by row security; pages over all
 * practices read as the auditor, and ask for nothing that is health information. Safe for use by several threads.
 */
public final class Reads {

    private final DataSource onePractice;
    private final DataSource everything;

    /**
     * The two ways.
     *
     * @param onePractice connections of the role that sees the practice it names
     * @param everything connections of the role that reads all and changes nothing
     */
    public Reads(DataSource onePractice, DataSource everything) {
        this.onePractice = onePractice;
        this.everything = everything;
    }

    /** What is read in one transaction. */
    @FunctionalInterface
    public interface Reading<T> {
        T from(Connection connection) throws SQLException;
    }

    /** Reads what one practice may see. */
    public <T> T of(String practiceId, Reading<T> reading) {
        return read(onePractice, connection -> {
            Sql.first(connection, "select set_config('clearlane.practice', ?, true)", row -> null, practiceId);
            return reading.from(connection);
        });
    }

    /** Reads over all practices. The statement names its columns, and none that tells of a patient. */
    public <T> T flows(Reading<T> reading) {
        return read(everything, reading);
    }

    private static <T> T read(DataSource source, Reading<T> reading) {
        try (Connection connection = source.getConnection()) {
            try {
                return reading.from(connection);
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new Failure(FailureCode.DATABASE_UNAVAILABLE, "the ledger cannot be read", e);
        }
    }
}
