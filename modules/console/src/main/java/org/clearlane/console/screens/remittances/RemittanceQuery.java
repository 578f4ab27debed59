package org.clearlane.console.screens.remittances;

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
import org.clearlane.store.Sql;

/**
 * Which remittances a list shows; it stands in the page's address.
 *
 * @param find a trace, our number of it, or an amount
 * @param state only these; empty for all
 * @param bank {@code missing}, {@code came} or empty for all
 * @param from first day of payment, or null
 * @param to last day of payment, or null
 * @param after the remittance behind which the page begins; empty for the newest
 */
public record RemittanceQuery(
        String find, String state, String payer, String bank, LocalDate from, LocalDate to, String after) {

    /** Rows a page. */
    static final int PAGE = 50;

    private static final int LONGEST = 60;
    private static final List<String> STATES = List.of("POSTED", "UNBALANCED", "ACCEPTED", "DUPLICATE", "UNREADABLE");

    private static final String OF_PRACTICE =
            """
            select p.remittance_id as id, p.paid_on, p.payer_id, p.payer_name, p.trace, p.method, p.amount_cents, p.own_cents,
                p.own_claims, p.state, p.problem, p.difference_cents, p.duplicate_of, p.counts_as, p.received_at,
                e.settled_on, e.amount_cents as bank_cents
            from practice_remittances p left join eft_receipts e on e.remittance_id = p.remittance_id where p.practice_id = ?""";

    private static final String OF_ALL =
            """
            select p.id, p.paid_on, p.payer_id, p.payer_name, p.trace, p.method, p.amount_cents, p.amount_cents as own_cents,
                -1 as own_claims, p.state, p.problem, p.difference_cents, p.duplicate_of, p.counts_as, p.received_at,
                e.settled_on, e.amount_cents as bank_cents
            from remittances p left join eft_receipts e on e.remittance_id = p.id where true""";

    /** As the address says. What cannot be meant is left out. */
    static RemittanceQuery of(Context context) {
        String state = text(context, "state");
        String bank = text(context, "bank");
        return new RemittanceQuery(
                text(context, "find"),
                STATES.contains(state) ? state : "",
                text(context, "payer"),
                bank.equals("missing") || bank.equals("came") ? bank : "",
                day(text(context, "from")),
                day(text(context, "to")),
                text(context, "after"));
    }

    private static String text(Context context, String name) {
        String value = Optional.ofNullable(context.queryParam(name)).orElse("").strip();
        return value.substring(0, Math.min(value.length(), LONGEST));
    }

    private static LocalDate day(String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException notADay) {
            return null;
        }
    }

    /** Those a practice may see. */
    List<RemittanceRow> ofPractice(Connection connection, String practiceId, int limit) throws SQLException {
        return read(connection, OF_PRACTICE, "p.remittance_id", practiceId, limit);
    }

    /** Those of all practices, without a claim. */
    List<RemittanceRow> ofAll(Connection connection, int limit) throws SQLException {
        return read(connection, OF_ALL, "p.id", null, limit);
    }

    private List<RemittanceRow> read(Connection connection, String select, String key, String practiceId, int limit)
            throws SQLException {
        StringBuilder where = new StringBuilder();
        List<Object> values = new ArrayList<>();
        if (practiceId != null) {
            values.add(practiceId);
        }
        if (!find.isEmpty()) {
            Optional<Money> amount = Money.parse(find.replace("$", "").replace(",", ""));
            where.append(" and (p.trace = ? or " + key + " = ?")
                    .append(amount.isPresent() ? " or p.amount_cents = ?)" : ")");
            values.addAll(List.of(find, find));
            amount.ifPresent(each -> values.add(each.cents()));
        }
        if (!state.isEmpty()) {
            where.append(" and p.state = ?");
            values.add(state);
        }
        if (!payer.isEmpty()) {
            where.append(" and p.payer_id = ?");
            values.add(payer);
        }
        switch (bank) {
            case "came" -> where.append(" and e.settled_on is not null");
            case "missing" ->
                where.append(" and e.settled_on is null and p.state in ('POSTED', 'UNBALANCED')")
                        .append(" and p.method not in ('CHK', 'NON') and p.amount_cents <> 0");
            default -> {}
        }
        if (from != null) {
            where.append(" and p.paid_on >= ?");
            values.add(from);
        }
        if (to != null) {
            where.append(" and p.paid_on <= ?");
            values.add(to);
        }
        if (!after.isEmpty()) {
            where.append(" and " + key + " < ?");
            values.add(after);
        }
        values.add(limit);
        return Sql.list(
                connection, select + where + " order by " + key + " desc limit ?", RemittanceRow::of, values.toArray());
    }

    /** The address of this list, or of what follows {@code behind} in it. */
    public String address(String path, String behind) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("find", find);
        all.put("state", state);
        all.put("payer", payer);
        all.put("bank", bank);
        all.put("from", from == null ? "" : from.toString());
        all.put("to", to == null ? "" : to.toString());
        all.put("after", behind);
        String query = all.entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    /** The states one can choose. */
    public List<String> states() {
        return STATES;
    }

    /** A state in words. */
    public String words(String one) {
        return RemittanceRow.words(one, Money.ZERO);
    }
}
