package org.clearlane.console.screens.files;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.clearlane.console.screens.files.FileRow.Direction;
import org.clearlane.model.Money;
import org.clearlane.store.Sql;

/**
 * Which files a list shows. The three ways a file can go are three tables whose ids are in the order of time: each is read
 * from where the page begins, and the page is the newest of all three.
 *
 * @param direction null for all
 * @param kind as in {@link FileRow#kind}; empty for all
 * @param verdict empty for all
 * @param from first day by the reader's clocks, or null
 * @param to last day, or null
 * @param words id of the kept search that holds part of a name; empty for none
 * @param after the id behind which the page begins; empty for the newest
 */
public record FileQuery(
        Direction direction, String kind, String verdict, LocalDate from, LocalDate to, String words, String after) {

    /** Rows a page. */
    public static final int PAGE = 50;

    /** What {@code kind} can be. */
    static final List<String> KINDS =
            List.of("x12", "837P", "837I", "837D", "TA1", "999", "277CA", "835", "CSV", "NOTICE");

    private static final int LONGEST = 60;

    /** As the address says. What cannot be meant is left out. */
    static FileQuery of(Context context) {
        return of(context::queryParam, cut(context.queryParam("s")), cut(context.queryParam("after")));
    }

    /** As a form says, with the id of the search that was kept of it. */
    static FileQuery ofForm(Context context, String words) {
        return of(context::formParam, words, "");
    }

    private static FileQuery of(UnaryOperator<String> param, String words, String after) {
        String way = cut(param.apply("way"));
        Direction direction = null;
        for (Direction each : Direction.values()) {
            direction = each.name().equals(way) ? each : direction;
        }
        return new FileQuery(
                direction,
                cut(param.apply("kind")),
                cut(param.apply("verdict")),
                day(cut(param.apply("from"))),
                day(cut(param.apply("to"))),
                words,
                after);
    }

    /** The newest files, whatever they are. */
    public static FileQuery newest(Direction direction) {
        return new FileQuery(direction, "", "", null, null, "", "");
    }

    private static String cut(String value) {
        String text = value == null ? "" : value.strip();
        return text.substring(0, Math.min(text.length(), LONGEST));
    }

    private static LocalDate day(String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException notADay) {
            return null;
        }
    }

    /**
     * The newest that fit.
     *
     * @param one whether one practice asks; else nothing is read that can tell of a patient, names of files among it
     * @param name part of a name, or empty
     */
    public List<FileRow> read(Connection connection, boolean one, String name, ZoneId zone, int limit)
            throws SQLException {
        List<FileRow> rows = new ArrayList<>();
        if (wants(Direction.IN)) {
            rows.addAll(
                    part(connection, Direction.IN, one ? HANDED_IN : HANDED_IN_OF_ALL, one ? name : "", zone, limit));
        }
        if (wants(Direction.OUT)) {
            rows.addAll(part(connection, Direction.OUT, one ? SENT_ON : SENT_ON_OF_ALL, one ? name : "", zone, limit));
        }
        if (wants(Direction.BACK)) {
            rows.addAll(part(connection, Direction.BACK, one ? BACK : BACK_OF_ALL, one ? name : "", zone, limit));
        }
        rows.sort(Comparator.comparing(FileRow::order).reversed());
        return rows.subList(0, Math.min(rows.size(), limit));
    }

    private boolean wants(Direction one) {
        return direction == null || direction == one;
    }

    private static final String HANDED_IN =
            """
            select * from (select f.id, null as practice, f.received_at as at, f.original_name as name,
                coalesce(f.format, '') as kind, f.size_bytes, coalesce(f.verdict, f.state) as verdict, f.claims_total as claims,
                f.charge_cents, (select count(*) from file_repeats r where r.file_id = f.id) as again, null as about,
                f.original_name as searched from files f) f""";
    private static final String HANDED_IN_OF_ALL =
            """
            select * from (select f.id, f.practice_id as practice, f.received_at as at, null as name,
                coalesce(f.format, '') as kind, f.size_bytes, coalesce(f.verdict, f.state) as verdict, f.claims_total as claims,
                f.charge_cents, (select count(*) from file_repeats r where r.file_id = f.id) as again, null as about,
                '' as searched from files f) f""";
    private static final String SENT_ON =
            """
            select * from (select p.outbound_id as id, null as practice, o.created_at as at, o.name, o.kind, o.size_bytes,
                o.state as verdict, p.claims_total as claims, p.charge_cents, 0 as again, null as about, o.name as searched
                from outbound_parts p join outbound_interchanges o on o.id = p.outbound_id) f""";
    private static final String SENT_ON_OF_ALL =
            """
            select * from (select o.id, null as practice, o.created_at as at, o.name, o.kind, o.size_bytes, o.state as verdict,
                o.claims_total as claims, o.charge_cents, 0 as again, null as about, '' as searched
                from outbound_interchanges o) f""";
    private static final String BACK =
            """
            select * from (select d.id, null as practice, d.created_at as at, d.name, d.kind, d.size_bytes,
                case when d.delivered_at is null then 'WAITING' else 'DELIVERED' end as verdict, null::integer as claims,
                null::bigint as charge_cents, 0 as again, d.file_id as about, d.name as searched from deliveries d) f""";
    private static final String BACK_OF_ALL =
            """
            select * from (select d.id, d.practice_id as practice, d.created_at as at, d.name, d.kind, d.size_bytes,
                case when d.delivered_at is null then 'WAITING' else 'DELIVERED' end as verdict, null::integer as claims,
                null::bigint as charge_cents, 0 as again, d.file_id as about, '' as searched from deliveries d) f""";

    private List<FileRow> part(Connection connection, Direction way, String select, String name, ZoneId zone, int limit)
            throws SQLException {
        StringBuilder where = new StringBuilder(" where true");
        List<Object> values = new ArrayList<>();
        if (!after.isEmpty()) {
            where.append(" and f.id < ?");
            values.add(way.prefix() + after.substring(after.indexOf('_') + 1));
        }
        if (!kind.isEmpty()) {
            where.append(" and f.kind = ?");
            values.add(kind);
        }
        if (!verdict.isEmpty()) {
            where.append(" and f.verdict = ?");
            values.add(verdict);
        }
        if (from != null) {
            where.append(" and f.at >= ?");
            values.add(from.atStartOfDay(zone).toInstant());
        }
        if (to != null) {
            where.append(" and f.at < ?");
            values.add(to.plusDays(1).atStartOfDay(zone).toInstant());
        }
        if (!name.isEmpty()) {
            where.append(" and position(lower(?) in lower(f.searched)) > 0");
            values.add(name);
        }
        values.add(limit);
        return Sql.list(connection, select + where + " order by f.id desc limit ?", FileQuery::row, values.toArray());
    }

    private static FileRow row(ResultSet row) throws SQLException {
        Instant at = Sql.instant(row, "at");
        Object claims = row.getObject("claims");
        Object cents = row.getObject("charge_cents");
        return new FileRow(
                row.getString("id"),
                row.getString("practice"),
                at,
                row.getString("name"),
                row.getString("kind"),
                row.getLong("size_bytes"),
                row.getString("verdict"),
                claims == null ? null : ((Number) claims).longValue(),
                cents == null ? null : new Money(((Number) cents).longValue()),
                row.getLong("again"),
                row.getString("about"));
    }

    /** The address of this list, or of what follows {@code behind} in it. */
    public String address(String behind) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("way", direction == null ? "" : direction.name());
        all.put("kind", kind);
        all.put("verdict", verdict);
        all.put("from", from == null ? "" : from.toString());
        all.put("to", to == null ? "" : to.toString());
        all.put("s", words);
        all.put("after", behind);
        String query = all.entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "/files" : "/files?" + query;
    }

    /** What one can choose. */
    public List<String> kinds() {
        return KINDS;
    }

    public List<String> verdicts() {
        return FileWords.ALL;
    }
}
