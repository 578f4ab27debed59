package org.clearlane.app.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearlane.model.Money;
import org.clearlane.model.claim.Repair;
import org.clearlane.store.Sql;
import org.clearlane.store.ledger.ClaimRepairs;
import org.clearlane.store.ledger.Ledger.Tx;

/** One claim from file to money, as its events tell it. */
public record ClaimTimeline(
        String id,
        String number,
        String practice,
        String payer,
        Money charge,
        Money paid,
        Money patient,
        String state,
        String file,
        String kind,
        List<Event> events,
        List<FindingLine> findings,
        String edition,
        List<Repair> repairs) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

    /** One step. */
    public record Event(
            Instant at, String from, String to, String cause, String actor, String evidence, String detail) {}

    /** Something that was found in it. */
    public record FindingLine(String severity, String place, String message, String mend) {}

    /** By our id or by the practice's number; the newest where several have it. */
    public static Optional<ClaimTimeline> find(Tx tx, String idOrNumber) throws SQLException {
        Optional<ClaimTimeline> head = Sql.first(
                tx.connection(),
                """
                select c.id, c.patient_control_number, c.practice_id, coalesce(c.payer_id, c.payer_code), c.charge_cents,
                    c.paid_cents, c.patient_cents, c.state, f.original_name, c.kind
                from claims c join files f on f.id = c.file_id
                where c.id = ? or c.patient_control_number = ? order by c.id desc limit 1""",
                row -> new ClaimTimeline(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        new Money(row.getLong(5)),
                        new Money(row.getLong(6)),
                        new Money(row.getLong(7)),
                        row.getString(8),
                        row.getString(9),
                        row.getString(10),
                        List.of(),
                        List.of(),
                        row.getString(10) == null ? "" : row.getString(10),
                        List.of()),
                idOrNumber,
                idOrNumber);
        if (head.isEmpty()) {
            return head;
        }
        ClaimTimeline found = head.get();
        return Optional.of(new ClaimTimeline(
                found.id,
                found.number,
                found.practice,
                found.payer,
                found.charge,
                found.paid,
                found.patient,
                found.state,
                found.file,
                found.kind,
                events(tx, found.id),
                findings(tx, found.id),
                found.edition,
                ClaimRepairs.of(tx, List.of(found.id)).getOrDefault(found.id, List.of())));
    }

    private static List<Event> events(Tx tx, String id) throws SQLException {
        return Sql.list(
                tx.connection(),
                """
                select at, from_state, to_state, cause, actor, evidence, detail from claim_events
                where claim_id = ? order by seq""",
                row -> new Event(
                        Sql.instant(row, "at"),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7)),
                id);
    }

    private static List<FindingLine> findings(Tx tx, String id) throws SQLException {
        return Sql.list(
                tx.connection(),
                """
                select severity, loop, segment, position, element, source_row, source_column, message, mend
                from findings where claim_id = ? order by ordinal""",
                row -> new FindingLine(
                        row.getString("severity").toLowerCase(java.util.Locale.ROOT),
                        place(row),
                        row.getString("message"),
                        row.getString("mend")),
                id);
    }

    /** Where it stands, in the sender's own terms: the cell of a table, else the segment of an 837. */
    static String place(java.sql.ResultSet row) throws SQLException {
        String column = row.getString("source_column");
        if (row.getObject("source_row") != null) {
            return "row " + row.getInt("source_row") + (column == null || column.isEmpty() ? "" : ", column " + column);
        }
        int element = row.getInt("element");
        return "loop " + row.getString("loop") + ", segment " + row.getInt("position") + ", " + row.getString("segment")
                + (element == 0 ? "" : "%02d".formatted(element));
    }

    /** For people. */
    public String asText() {
        StringBuilder text = new StringBuilder();
        text.append("claim %s  %s of %s  to %s%n".formatted(id, number, practice, payer));
        text.append("charge %s  paid %s  patient %s  now %s%n".formatted(charge, paid, patient, state));
        text.append("%s, handed in as \"%s\"%n".formatted(kind, file));
        for (Event event : events) {
            String move = event.from.equals(event.to) ? event.to + " (evidence)" : event.from + " → " + event.to;
            text.append("  %s  %-34s %-9s %-12s %s  %s%n"
                    .formatted(TIME.format(event.at), move, event.cause, event.actor, event.detail, event.evidence));
        }
        for (FindingLine finding : findings) {
            text.append(
                    "  %s at %s: %s %s%n".formatted(finding.severity, finding.place, finding.message, finding.mend));
        }
        for (Repair repair : repairs) {
            text.append("  mended %s%02d%s: [%s] → [%s]%n"
                    .formatted(
                            repair.segment(),
                            repair.element(),
                            repair.component() == 0 ? "" : "-" + repair.component(),
                            repair.before(),
                            repair.after()));
        }
        if (!edition.isEmpty()) {
            text.append("judged by edition %s%n".formatted(edition));
        }
        return text.toString().stripTrailing();
    }

    Map<String, Object> asMap() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("id", id);
        all.put("patientControlNumber", number);
        all.put("kind", kind);
        all.put("practice", practice);
        all.put("payer", payer);
        all.put("charge", charge.toString());
        all.put("paid", paid.toString());
        all.put("patientResponsibility", patient.toString());
        all.put("state", state);
        all.put("file", file);
        List<Map<String, String>> steps = new ArrayList<>();
        for (Event event : events) {
            Map<String, String> step = new LinkedHashMap<>();
            step.put("at", event.at.toString());
            step.put("from", event.from);
            step.put("to", event.to);
            step.put("cause", event.cause);
            step.put("actor", event.actor);
            step.put("evidence", event.evidence);
            step.put("detail", event.detail);
            steps.add(step);
        }
        all.put("timeline", steps);
        all.put(
                "findings",
                findings.stream()
                        .map(finding -> Map.of(
                                "severity", finding.severity,
                                "place", finding.place,
                                "message", finding.message,
                                "mend", finding.mend))
                        .toList());
        all.put("edition", edition);
        all.put("repairs", repairs.stream().map(ClaimsCommand::asMap).toList());
        return all;
    }
}
