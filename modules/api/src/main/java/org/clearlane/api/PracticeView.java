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
 * rest: another practice's id finds nothing.
 */
public final class PracticeView {

    private final DataSource dataSource;

    public PracticeView(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @FunctionalInterface
    private interface Reading<T> {
        T from(Connection connection) throws SQLException;
    }

    private <T> T as(String practiceId, Reading<T> reading) {
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

    /** A file with its counts, or empty. */
    public Optional<Map<String, Object>> file(String practiceId, String fileId) {
        return as(practiceId, connection -> {
            Optional<Map<String, Object>> file = Sql.first(
                    connection,
                    """
                    select id, original_name as name, door, format, sha256, size_bytes as size, state, verdict,
                        claims_total, claims_accepted, claims_rejected, claims_held, charge_cents, problem, received_at,
                        judged_at
                    from files where id = ?""",
                    PracticeView::row,
                    fileId);
            if (file.isPresent()) {
                file.get()
                        .put(
                                "answers",
                                Sql.list(
                                        connection,
                                        "select id, kind, name, sha256, size_bytes as size, created_at from deliveries"
                                                + " where file_id = ? order by id",
                                        PracticeView::row,
                                        fileId));
            }
            return file;
        });
    }

    /** What lies in the practice's mailbox, oldest first, behind a given one. */
    public List<Map<String, Object>> mailbox(String practiceId, String after) {
        return as(
                practiceId,
                connection -> Sql.list(
                        connection,
                        """
                        select id, kind, name, sha256, size_bytes as size, file_id as file, created_at from deliveries
                        where (? = '' or id > ?) order by id limit 100""",
                        PracticeView::row,
                        after,
                        after));
    }

    /** Where the bytes of something in the mailbox are kept, or empty. */
    public Optional<String> mailboxKey(String practiceId, String id) {
        return as(
                practiceId,
                connection -> Sql.first(
                        connection, "select archive_key from deliveries where id = ?", row -> row.getString(1), id));
    }

    /** The findings in a file, in the order of the file. */
    public Optional<List<Map<String, Object>>> findings(String practiceId, String fileId) {
        return as(practiceId, connection -> {
            if (Sql.number(connection, "select count(*) from files where id = ?", fileId) == 0) {
                return Optional.empty();
            }
            return Optional.of(Sql.list(
                    connection,
                    """
                    select claim_id as claim, code, snip, severity, loop, segment, position, element, component, repeat,
                        status, message, mend, source_row, source_column
                    from findings where file_id = ? order by ordinal limit 1000""",
                    PracticeView::row,
                    fileId));
        });
    }

    /** Claims by the practice's own number, newest first. */
    public List<Map<String, Object>> claims(String practiceId, String patientControlNumber, String after) {
        return as(
                practiceId,
                connection -> Sql.list(
                        connection,
                        CLAIM
                                + " where (? = '' or patient_control_number = ?) and (? = '' or id < ?)"
                                + " order by id desc limit 100",
                        PracticeView::row,
                        patientControlNumber,
                        patientControlNumber,
                        after,
                        after));
    }

    private static final String CLAIM =
            """
            select id, kind, patient_control_number, charge_cents, paid_cents, patient_cents, state, hold_reason, payer_id, payer_code,
                frequency, service_from, service_to, file_id as file, received_at, state_since
            from claims""";

    /** One claim with its timeline and findings, or empty. */
    public Optional<Map<String, Object>> claim(String practiceId, String claimId) {
        return as(practiceId, connection -> {
            Optional<Map<String, Object>> claim =
                    Sql.first(connection, CLAIM + " where id = ?", PracticeView::row, claimId);
            if (claim.isPresent()) {
                claim.get()
                        .put(
                                "timeline",
                                Sql.list(
                                        connection,
                                        """
                                select at, from_state, to_state, cause, actor, evidence, detail
                                from claim_events where claim_id = ? order by seq""",
                                        PracticeView::row,
                                        claimId));
                claim.get()
                        .put(
                                "findings",
                                Sql.list(
                                        connection,
                                        """
                                select code, snip, severity, loop, segment, position, element, status, message, mend,
                                    source_row, source_column
                                from findings where claim_id = ? order by ordinal""",
                                        PracticeView::row,
                                        claimId));
            }
            return claim;
        });
    }

    /** A row under names as the API uses them: cents become decimal text, times become RFC 3339. */
    private static Map<String, Object> row(ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        Map<String, Object> all = new LinkedHashMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            String name = columns.getColumnLabel(i);
            Object value = row.getObject(i);
            if (value == null) {
                continue;
            }
            if (name.endsWith("_cents")) {
                all.put(name.substring(0, name.length() - "_cents".length()), new Money(row.getLong(i)).toString());
            } else {
                all.put(
                        camel(name),
                        value instanceof Timestamp time ? time.toInstant().toString() : plain(value));
            }
        }
        return all;
    }

    private static Object plain(Object value) {
        return value instanceof Number || value instanceof Boolean ? value : value.toString();
    }

    private static String camel(String name) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) == '_') {
                text.append(Character.toUpperCase(name.charAt(++i)));
            } else {
                text.append(name.charAt(i));
            }
        }
        return text.toString();
    }
}
