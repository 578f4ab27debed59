package org.clearlane.api.v1;

import static org.clearlane.store.ledger.ApiScope.MONEY_READ;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearlane.api.ApiCall;
import org.clearlane.api.ApiMeans;
import org.clearlane.api.ApiPart;
import org.clearlane.api.ApiRoute;
import org.clearlane.api.PracticeView;
import org.clearlane.model.Money;
import org.clearlane.remittance.AdjustmentLabels;
import org.clearlane.store.Sql;

/**
 * Remittances and payments as one practice may see them: the head of each payment, the practice's own part of it and what
 * was decided about its claims. What other practices have of a payment is no part of any answer.
 */
public final class MoneyRoutes implements ApiPart {

    private static final String REMITTANCE =
            """
            select remittance_id as id, payer_id as payer, payer_name, trace, method, paid_on as date, state, problem,
                own_cents as amount_cents, amount_cents as payment_cents, own_claims, claims_total, duplicate_of, counts_as,
                accepted_from, received_at
            from practice_remittances""";

    private final PracticeView view;
    private final AdjustmentLabels labels;

    public MoneyRoutes(ApiMeans means) {
        this.view = means.view();
        this.labels = means.labels();
    }

    @Override
    public String document() {
        return "money.yaml";
    }

    @Override
    public List<ApiRoute> routes() {
        return List.of(
                ApiRoute.get("/v1/remittances", "remittances.list", MONEY_READ, this::list),
                ApiRoute.get("/v1/remittances/{id}", "remittances.read", MONEY_READ, call -> call.one(one(call))),
                ApiRoute.get("/v1/remittances/{id}/payments", "remittances.payments", MONEY_READ, this::ofRemittance),
                ApiRoute.get("/v1/claims/{id}/payments", "claims.payments", MONEY_READ, this::ofClaim));
    }

    private void list(ApiCall call) {
        LocalDate from = call.query("from").isEmpty() ? LocalDate.MIN.withYear(1) : LocalDate.parse(call.query("from"));
        LocalDate to = call.query("to").isEmpty() ? LocalDate.of(9999, 12, 31) : LocalDate.parse(call.query("to"));
        boolean anyDay = call.query("from").isEmpty() && call.query("to").isEmpty();
        call.page(
                view.list(
                        call.practiceId(),
                        REMITTANCE
                                + """
                                 where (? = '' or payer_id = ?) and (? = '' or state = ?) and (? = '' or trace = ?)
                                    and (? or paid_on between ? and ?) and (? = '' or remittance_id < ?)
                                order by remittance_id desc limit ?""",
                        call.query("payer"),
                        call.query("payer"),
                        call.query("state"),
                        call.query("state"),
                        call.query("trace"),
                        call.query("trace"),
                        anyDay,
                        from,
                        to,
                        call.after(),
                        call.after(),
                        call.limit() + 1),
                "id");
    }

    private Optional<Map<String, Object>> one(ApiCall call) {
        return view.as(call.practiceId(), connection -> {
            Optional<Map<String, Object>> found =
                    Sql.first(connection, REMITTANCE + " where remittance_id = ?", PracticeView::row, call.id());
            if (found.isPresent()) {
                found.get().put("providerAdjustments", providerAdjustments(connection, call.id()));
                found.get()
                        .put(
                                "balances",
                                Sql.list(
                                        connection,
                                        "select claims_cents, provider_cents, amount_cents from remittance_parts"
                                                + " where remittance_id = ?",
                                        row -> Balances.ofPart(
                                                new Money(row.getLong(1)),
                                                new Money(row.getLong(2)),
                                                new Money(row.getLong(3))),
                                        call.id()));
            }
            return found;
        });
    }

    private List<Map<String, Object>> providerAdjustments(Connection connection, String remittance)
            throws SQLException {
        List<Map<String, Object>> all = Sql.list(
                connection,
                """
                select reason, identifier, provider_id, fiscal_period, amount_cents from provider_adjustments
                where remittance_id = ? order by ordinal limit 1000""",
                PracticeView::row,
                remittance);
        all.forEach(
                each -> each.put("text", labels.text(AdjustmentLabels.Kind.PLB, String.valueOf(each.get("reason")))));
        return all;
    }

    private void ofRemittance(ApiCall call) {
        boolean there = view.first(
                        call.practiceId(),
                        "select remittance_id from practice_remittances where remittance_id = ?",
                        call.id())
                .isPresent();
        if (!there) {
            call.nothing();
            return;
        }
        payments(call, " where p.remittance_id = ? and p.practice_id is not null and p.id > ? order by p.id limit ?");
    }

    private void ofClaim(ApiCall call) {
        if (ClaimRoutes.isThere(view, call)) {
            payments(call, " where p.claim_id = ? and p.id > ? order by p.id limit ?");
        }
    }

    private void payments(ApiCall call, String where) {
        call.page(
                view.as(call.practiceId(), connection -> new Payments(connection, labels)
                        .read(where, call.id(), call.after(), call.limit() + 1)),
                "id");
    }
}
