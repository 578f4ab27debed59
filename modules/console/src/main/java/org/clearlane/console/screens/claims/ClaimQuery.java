package org.clearlane.console.screens.claims;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.clearlane.model.ledger.ClaimState;
import org.clearlane.store.Sql;

/**
 * Which claims a list shows; it stands in the page's address, so that a list can be kept and sent on.
 *
 * @param find a patient's or subscriber's name, day of birth or member id, a patient control number, a claim id, the payer's
 *     number, or an amount
 * @param kept the id of the kept search that holds {@code find}, which may be a name and never stands in an address; empty
 *     for what a page of ours linked to by a number
 * @param in the file or the interchange to a payer the claims are in; empty for all
 * @param state only these; null for all
 * @param payer the payer's id; empty for all
 * @param from first day of service, or null
 * @param to last day of service, or null
 * @param after the claim behind which the page begins; empty for the newest
 */
public record ClaimQuery(
        String find,
        String kept,
        String in,
        ClaimState state,
        String payer,
        LocalDate from,
        LocalDate to,
        String after) {

    /** Rows a page. */
    static final int PAGE = 50;

    private static final int LONGEST = 60;

    /** As the address says. What cannot be meant is left out. */
    static ClaimQuery of(Context context) {
        return of(context::queryParam, cut(context.queryParam("find")), cut(context.queryParam("s")));
    }

    /** As a form says, with the id of the search that was kept of it. */
    static ClaimQuery ofForm(Context context, String kept) {
        return of(context::formParam, "", kept);
    }

    /** The same list with these words to find. */
    ClaimQuery finding(String words) {
        return new ClaimQuery(words, kept, in, state, payer, from, to, after);
    }

    /** The same list without words, for an address that is kept. */
    ClaimQuery withoutWords() {
        return new ClaimQuery("", "", in, state, payer, from, to, "");
    }

    private static ClaimQuery of(UnaryOperator<String> param, String find, String kept) {
        return new ClaimQuery(
                find,
                kept,
                cut(param.apply("in")),
                Optional.of(cut(param.apply("state")))
                        .flatMap(ClaimQuery::state)
                        .orElse(null),
                cut(param.apply("payer")),
                day(cut(param.apply("from"))),
                day(cut(param.apply("to"))),
                cut(param.apply("after")));
    }

    private static String cut(String given) {
        String value = given == null ? "" : given.strip();
        return value.substring(0, Math.min(value.length(), LONGEST));
    }

    private static Optional<ClaimState> state(String name) {
        for (ClaimState state : ClaimState.values()) {
            if (state.name().equals(name)) {
                return Optional.of(state);
            }
        }
        return Optional.empty();
    }

    private static LocalDate day(String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException notADay) {
            return null;
        }
    }

    /** One page and one row more, which tells whether there is a next one. */
    List<ClaimRow> read(Connection connection, int limit) throws SQLException {
        StringBuilder where = new StringBuilder("true");
        List<Object> values = new ArrayList<>();
        if (!find.isEmpty()) {
            FoundClaims found = FoundClaims.by(find);
            where.append(" and c.id in (").append(found.sql()).append(")");
            values.addAll(found.values());
        }
        if (!in.isEmpty()) {
            where.append(in.startsWith("ich_") ? " and c.outbound_id = ?" : " and c.file_id = ?");
            values.add(in);
        }
        if (state != null) {
            where.append(" and c.state = ?");
            values.add(state.name());
        }
        if (!payer.isEmpty()) {
            where.append(" and coalesce(c.payer_id, c.payer_code) = ?");
            values.add(payer);
        }
        if (from != null) {
            where.append(" and c.service_from >= ?");
            values.add(from);
        }
        if (to != null) {
            where.append(" and c.service_from <= ?");
            values.add(to);
        }
        if (!after.isEmpty()) {
            where.append(" and c.id < ?");
            values.add(after);
        }
        values.add(limit);
        return Sql.list(
                connection,
                "select " + ClaimRow.COLUMNS
                        + " from claims c left join claim_assignments w on w.claim_id = c.id and w.resolved_at is null where "
                        + where + " order by c.id desc limit ?",
                ClaimRow::of,
                values.toArray());
    }

    /** The payers this practice has claims for. */
    static List<String> payers(Connection connection) throws SQLException {
        return Sql.list(
                connection,
                "select distinct coalesce(payer_id, payer_code) from claims order by 1 limit 200",
                row -> row.getString(1));
    }

    /** The address of this list, or of what follows {@code behind} in it. */
    public String address(String path, String behind) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("find", kept.isEmpty() ? find : "");
        all.put("s", kept);
        all.put("in", in);
        all.put("state", state == null ? "" : state.name());
        all.put("payer", payer);
        all.put("from", from == null ? "" : from.toString());
        all.put("to", to == null ? "" : to.toString());
        all.put("after", behind);
        String query = all.entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    /** The states one can choose, in the order of a claim's life. */
    public List<ClaimState> states() {
        return List.of(ClaimState.values());
    }
}
