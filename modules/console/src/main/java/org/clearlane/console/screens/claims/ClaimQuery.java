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
import java.util.stream.Collectors;
import org.clearlane.model.Money;
import org.clearlane.model.ledger.ClaimState;
import org.clearlane.store.Sql;

/**
 * Which claims a list shows; it stands in the page's address, so that a list can be kept and sent on.
 *
 * @param find a patient control number, a claim id, the payer's number, or an amount
 * @param in the file or the interchange to a payer the claims are in; empty for all
 * @param state only these; null for all
 * @param payer the payer's id; empty for all
 * @param from first day of service, or null
 * @param to last day of service, or null
 * @param after the claim behind which the page begins; empty for the newest
 */
public record ClaimQuery(
        String find, String in, ClaimState state, String payer, LocalDate from, LocalDate to, String after) {

    /** Rows a page. */
    static final int PAGE = 50;

    private static final int LONGEST = 60;

    /** As the address says. What cannot be meant is left out. */
    static ClaimQuery of(Context context) {
        return new ClaimQuery(
                text(context, "find"),
                text(context, "in"),
                Optional.of(text(context, "state")).flatMap(ClaimQuery::state).orElse(null),
                text(context, "payer"),
                day(text(context, "from")),
                day(text(context, "to")),
                text(context, "after"));
    }

    private static String text(Context context, String name) {
        String value = Optional.ofNullable(context.queryParam(name)).orElse("").strip();
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
            Optional<Money> amount = Money.parse(find.replace("$", "").replace(",", ""));
            where.append(
                            " and (c.patient_control_number = ? or c.id = ? or c.id in (select claim_id from claim_payments")
                    .append(" where posted and payer_control_number = ?)")
                    .append(amount.isPresent() ? " or c.charge_cents = ?)" : ")");
            values.addAll(List.of(find, find, find));
            amount.ifPresent(each -> values.add(each.cents()));
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
        all.put("find", find);
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
