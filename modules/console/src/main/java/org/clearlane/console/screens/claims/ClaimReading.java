package org.clearlane.console.screens.claims;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.clearlane.console.screens.claims.ClaimPage.FoundAt;
import org.clearlane.console.screens.claims.ClaimPage.Note;
import org.clearlane.console.screens.claims.ClaimPage.Payment;
import org.clearlane.console.screens.claims.ClaimPage.RawSegment;
import org.clearlane.console.screens.claims.ClaimPage.Step;
import org.clearlane.model.Money;
import org.clearlane.model.ledger.ClaimState;
import org.clearlane.store.Sql;
import org.clearlane.store.archive.Archive;

/** Reads one claim whole: its rows through the connection's eyes, its bytes from the archive. */
final class ClaimReading {

    private static final int LONGEST_SEGMENT = 4_000;
    private static final int MOST_CLAIM_BYTES = 200_000;

    private final Connection connection;
    private final Archive archive;

    ClaimReading(Connection connection, Archive archive) {
        this.connection = connection;
        this.archive = archive;
    }

    /** Where the claim's bytes lie; null where it has none. */
    private record Source(String archiveKey, long offset, int length, int position, byte[] separators, long size) {}

    Optional<ClaimPage> read(String id) throws SQLException {
        Optional<ClaimRow> row = Sql.first(
                connection,
                "select " + ClaimRow.COLUMNS
                        + " from claims c left join claim_assignments w on w.claim_id = c.id and w.resolved_at is null"
                        + " where c.id = ?",
                ClaimRow::of,
                id);
        if (row.isEmpty()) {
            return Optional.empty();
        }
        Source source = source(id);
        return Sql.first(
                connection,
                """
                select c.patient_cents, c.frequency, c.billing_npi, c.file_id, f.original_name, c.hold_reason
                from claims c join files f on f.id = c.file_id where c.id = ?""",
                facts -> new ClaimPage(
                        row.get(),
                        new Money(facts.getLong("patient_cents")),
                        facts.getString("frequency"),
                        facts.getString("billing_npi"),
                        facts.getString("file_id"),
                        facts.getString("original_name"),
                        facts.getString("hold_reason"),
                        steps(id),
                        findings(id, source),
                        payments(id),
                        notes(id),
                        raw(source)),
                id);
    }

    private Source source(String id) throws SQLException {
        return Sql.first(
                        connection,
                        """
                        select coalesce(f.translated_key, f.archive_key) as archive_key, f.size_bytes, c.claim_offset,
                            c.claim_length, c.position, i.separators
                        from claims c join files f on f.id = c.file_id
                        join transaction_sets s on s.id = c.set_id join interchanges i on i.id = s.interchange_id
                        where c.id = ? and c.claim_length > 0""",
                        row -> new Source(
                                row.getString("archive_key"),
                                row.getLong("claim_offset"),
                                row.getInt("claim_length"),
                                row.getInt("position"),
                                row.getBytes("separators"),
                                row.getLong("size_bytes")),
                        id)
                .orElse(null);
    }

    private List<Step> steps(String id) throws SQLException {
        return Sql.list(
                connection,
                "select at, from_state, to_state, cause, actor, detail from claim_events where claim_id = ? order by seq limit 500",
                row -> new Step(
                        Sql.instant(row, "at"),
                        ClaimState.valueOf(row.getString("from_state")),
                        ClaimState.valueOf(row.getString("to_state")),
                        row.getString("cause"),
                        row.getString("actor"),
                        row.getString("detail")),
                id);
    }

    private List<FoundAt> findings(String id, Source source) throws SQLException {
        return Sql.list(
                connection,
                """
                select code, severity, loop, segment, position, element, component, byte_offset, message, mend, source_row,
                    source_column
                from findings where claim_id = ? order by ordinal limit 200""",
                row -> new FoundAt(
                        row.getString("code"),
                        row.getString("severity").equals("ERROR"),
                        row.getString("message"),
                        row.getString("mend"),
                        place(row),
                        segment(row, source)),
                id);
    }

    private static String place(ResultSet row) throws SQLException {
        if (row.getObject("source_row") != null) {
            String column = row.getString("source_column");
            return "row " + row.getInt("source_row")
                    + (column == null || column.isEmpty() ? "" : ", column “" + column + "”");
        }
        int element = row.getInt("element");
        int component = row.getInt("component");
        return "loop " + row.getString("loop") + ", " + row.getString("segment")
                + (element == 0 ? "" : "%02d".formatted(element)) + (component == 0 ? "" : "-" + component)
                + ", segment " + row.getInt("position") + " of the set";
    }

    /** The segment a finding stands in, by its byte where it is known, else by counting from the claim's first. */
    private RawSegment segment(ResultSet row, Source source) throws SQLException {
        if (source == null) {
            return null;
        }
        byte terminator = source.separators()[3];
        long offset = row.getLong("byte_offset");
        int length;
        if (offset > 0 && offset < source.size()) {
            length = (int) Math.min(LONGEST_SEGMENT, source.size() - offset);
        } else {
            int behind = row.getInt("position") - source.position();
            if (behind < 0) {
                return null;
            }
            byte[] claim = bytes(source, source.offset(), Math.min(source.length(), MOST_CLAIM_BYTES));
            int at = 0;
            for (int passed = 0; at < claim.length && passed < behind; at++) {
                if (claim[at] == terminator) {
                    passed++;
                }
            }
            while (at < claim.length && (claim[at] == '\r' || claim[at] == '\n')) {
                at++;
            }
            if (at >= claim.length) {
                return null;
            }
            offset = source.offset() + at;
            length = Math.min(LONGEST_SEGMENT, claim.length - at);
        }
        return RawClaim.lit(
                bytes(source, offset, length),
                0,
                terminator,
                source.separators()[0],
                source.separators()[1],
                row.getInt("element"),
                row.getInt("component"));
    }

    private List<RawSegment> raw(Source source) {
        return source == null
                ? List.of()
                : RawClaim.segments(
                        bytes(source, source.offset(), Math.min(source.length(), MOST_CLAIM_BYTES)),
                        source.separators()[3]);
    }

    private byte[] bytes(Source source, long offset, int length) {
        try (Archive.KeptBytes kept = archive.read(source.archiveKey())) {
            return kept.span(offset, length);
        }
    }

    private List<Payment> payments(String id) throws SQLException {
        return Sql.list(
                connection,
                """
                select p.id, p.remittance_id, p.charge_cents, p.paid_cents, p.patient_cents, p.payer_control_number, p.outcome,
                    array(select a.group_code || '-' || a.reason || ' ' || (a.amount_cents / 100.0)::numeric(14, 2)
                        from adjustments a where a.claim_payment_id = p.id order by a.ordinal limit 50) as reasons
                from claim_payments p where p.claim_id = ? order by p.id limit 100""",
                row -> new Payment(
                        row.getString("remittance_id"),
                        new Money(row.getLong("charge_cents")),
                        new Money(row.getLong("paid_cents")),
                        new Money(row.getLong("patient_cents")),
                        row.getString("payer_control_number"),
                        row.getString("outcome"),
                        List.of((String[]) row.getArray("reasons").getArray())),
                id);
    }

    private List<Note> notes(String id) throws SQLException {
        return Sql.list(
                connection,
                "select at, person_name, note from claim_notes where claim_id = ? order by at limit 500",
                row -> new Note(Sql.instant(row, "at"), row.getString("person_name"), row.getString("note")),
                id);
    }
}
