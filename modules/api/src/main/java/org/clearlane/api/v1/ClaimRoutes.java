package org.clearlane.api.v1;

import static org.clearlane.store.ledger.ApiScope.CLAIMS_READ;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearlane.api.ApiCall;
import org.clearlane.api.ApiMeans;
import org.clearlane.api.ApiPart;
import org.clearlane.api.ApiRoute;
import org.clearlane.api.PracticeView;
import org.clearlane.model.Money;
import org.clearlane.store.Sql;

/** Claims: the list, one with everything about it, its timeline, what was found in it. */
public final class ClaimRoutes implements ApiPart {

    static final String CLAIM =
            """
            select id, kind, patient_control_number, charge_cents, paid_cents, patient_cents as patient_responsibility_cents,
                state, hold_reason, payer_id as payer, payer_code, frequency, service_from, service_to, file_id as file,
                received_at, state_since
            from claims""";

    private static final String EVENTS =
            """
            select seq as _seq, at, from_state as "from", to_state as "to", cause, actor, evidence, detail
            from claim_events""";

    private final PracticeView view;

    public ClaimRoutes(ApiMeans means) {
        this.view = means.view();
    }

    @Override
    public String document() {
        return "claims.yaml";
    }

    @Override
    public List<ApiRoute> routes() {
        return List.of(
                ApiRoute.get("/v1/claims", "claims.list", CLAIMS_READ, this::list),
                ApiRoute.get("/v1/claims/{id}", "claims.read", CLAIMS_READ, call -> call.one(claim(call))),
                ApiRoute.get("/v1/claims/{id}/timeline", "claims.timeline", CLAIMS_READ, this::timeline),
                ApiRoute.get("/v1/claims/{id}/findings", "claims.findings", CLAIMS_READ, this::findings));
    }

    private void list(ApiCall call) {
        StringBuilder where = new StringBuilder(" where true");
        List<Object> values = new ArrayList<>();
        with(where, values, " and state = ?", call.query("state"));
        with(where, values, " and coalesce(payer_id, payer_code) = ?", call.query("payer"));
        with(where, values, " and service_from >= ?", day(call.query("from")));
        with(where, values, " and service_from <= ?", day(call.query("to")));
        with(where, values, " and patient_control_number = ?", call.query("patientControlNumber"));
        with(
                where,
                values,
                " and charge_cents = ?",
                Money.parse(call.query("amount")).map(Money::cents).orElse(null));
        with(where, values, " and id < ?", call.after());
        values.add(call.limit() + 1);
        call.page(view.list(call.practiceId(), CLAIM + where + " order by id desc limit ?", values.toArray()), "id");
    }

    private static void with(StringBuilder where, List<Object> values, String condition, Object value) {
        if (value != null && !value.equals("")) {
            where.append(condition);
            values.add(value);
        }
    }

    private static LocalDate day(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }

    private Optional<Map<String, Object>> claim(ApiCall call) {
        return view.as(call.practiceId(), connection -> {
            Optional<Map<String, Object>> claim =
                    Sql.first(connection, CLAIM + " where id = ?", PracticeView::row, call.id());
            if (claim.isPresent()) {
                claim.get()
                        .put("timeline", rows(connection, EVENTS + " where claim_id = ? order by seq limit 200", call));
                claim.get()
                        .put(
                                "errors",
                                rows(
                                        connection,
                                        "select " + Findings.COLUMNS
                                                + " from findings where claim_id = ? order by ordinal limit 200",
                                        call));
            }
            return claim;
        });
    }

    private static List<Map<String, Object>> rows(Connection connection, String sql, ApiCall call) throws SQLException {
        List<Map<String, Object>> rows = Sql.list(connection, sql, PracticeView::row, call.id());
        rows.forEach(row -> row.keySet().removeIf(name -> name.startsWith("_")));
        return rows;
    }

    /** Whether the claim is this practice's; otherwise the request has been answered. */
    static boolean isThere(PracticeView view, ApiCall call) {
        boolean there = view.first(call.practiceId(), "select id from claims where id = ?", call.id())
                .isPresent();
        if (!there) {
            call.nothing();
        }
        return there;
    }

    private void timeline(ApiCall call) {
        if (isThere(view, call)) {
            call.page(
                    view.list(
                            call.practiceId(),
                            EVENTS + " where claim_id = ? and seq > ? order by seq limit ?",
                            call.id(),
                            call.afterNumber(),
                            call.limit() + 1),
                    "_seq");
        }
    }

    private void findings(ApiCall call) {
        if (isThere(view, call)) {
            call.page(
                    view.list(
                            call.practiceId(),
                            "select " + Findings.COLUMNS
                                    + " from findings where claim_id = ? and ordinal > ? order by ordinal limit ?",
                            call.id(),
                            (int) Math.min(Integer.MAX_VALUE, call.afterNumber()),
                            call.limit() + 1),
                    "_ordinal");
        }
    }
}
