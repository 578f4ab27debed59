package org.clearlane.console.screens.audit;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clearlane.store.Sql;
import org.clearlane.store.people.AuditTrail.Outcome;

/**
 * Which entries of the trail a page shows; it stands in the page's address.
 *
 * @param person a person's id or e-mail address, a key's id, or the name of a command
 * @param action a verb such as {@code claim.release}, or its beginning such as {@code claim}
 * @param outcome only these; null for all
 * @param subject the id of what it was done to
 * @param after the entry behind which the page begins; nought for the newest
 */
public record AuditQuery(
        String person, String action, Outcome outcome, String subject, LocalDate from, LocalDate to, long after) {

    static final int PAGE = 50;
    private static final int LONGEST = 120;

    static AuditQuery of(Context context) {
        String after = text(context, "after");
        return new AuditQuery(
                text(context, "person"),
                text(context, "action"),
                outcome(text(context, "outcome")),
                text(context, "subject"),
                day(text(context, "from")),
                day(text(context, "to")),
                after.matches("\\d{1,18}") ? Long.parseLong(after) : 0);
    }

    private static String text(Context context, String name) {
        String value = Optional.ofNullable(context.queryParam(name)).orElse("").strip();
        return value.substring(0, Math.min(value.length(), LONGEST));
    }

    private static Outcome outcome(String name) {
        for (Outcome outcome : Outcome.values()) {
            if (outcome.name().equals(name)) {
                return outcome;
            }
        }
        return null;
    }

    private static LocalDate day(String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException notADay) {
            return null;
        }
    }

    /**
     * The entries that fit, the newest first. Which of them may be seen is the connection's business.
     *
     * @param actor the id that {@code person} means
     */
    List<AuditRow> read(Connection connection, String actor, ZoneId zone, int most) throws SQLException {
        StringBuilder where = new StringBuilder("true");
        List<Object> values = new ArrayList<>();
        if (!actor.isEmpty()) {
            where.append(" and actor = ?");
            values.add(actor);
        }
        if (!action.isEmpty()) {
            // A range that the index knows: everything that begins like this.
            where.append(" and action >= ? and action < ?");
            values.add(action);
            values.add(action + "\uffff");
        }
        if (outcome != null) {
            where.append(" and outcome = ?");
            values.add(outcome);
        }
        if (!subject.isEmpty()) {
            where.append(" and subject = ?");
            values.add(subject);
        }
        if (from != null) {
            where.append(" and at >= ?");
            values.add(from.atStartOfDay(zone).toInstant());
        }
        if (to != null) {
            where.append(" and at < ?");
            values.add(to.plusDays(1).atStartOfDay(zone).toInstant());
        }
        if (after > 0) {
            where.append(" and seq < ?");
            values.add(after);
        }
        values.add(most);
        return Sql.list(
                connection,
                "select seq, at, actor, role, practice_id, action, subject, outcome, detail, address from audit where "
                        + where + " order by seq desc limit ?",
                AuditQuery::row,
                values.toArray());
    }

    private static AuditRow row(ResultSet row) throws SQLException {
        return new AuditRow(
                row.getLong("seq"),
                Sql.instant(row, "at"),
                row.getString("actor"),
                row.getString("role"),
                row.getString("practice_id"),
                row.getString("action"),
                row.getString("subject"),
                Outcome.valueOf(row.getString("outcome")),
                row.getString("detail"),
                row.getString("address"));
    }

    /** The address of this list, or of what follows {@code behind} in it. */
    public String address(String path, long behind) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("person", person);
        all.put("action", action);
        all.put("outcome", outcome == null ? "" : outcome.name());
        all.put("subject", subject);
        all.put("from", from == null ? "" : from.toString());
        all.put("to", to == null ? "" : to.toString());
        all.put("after", behind == 0 ? "" : Long.toString(behind));
        String query = all.entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }
}
