package org.clearlane.api.v1;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clearlane.api.PracticeView;
import org.clearlane.model.Money;
import org.clearlane.remittance.AdjustmentLabels;
import org.clearlane.store.Sql;

/** Reads what payers decided about claims, with every adjustment and line, in the shape of {@code clearlane remit --json}. */
final class Payments {

    private static final String PAYMENT =
            """
            select p.id, p.remittance_id, p.claim_id, p.patient_control_number, p.payer_control_number, p.status, p.outcome,
                p.posted, p.charge_cents, p.paid_cents, p.patient_cents, p.service_from
            from claim_payments p""";

    private record Adjusted(String payment, int line, Money amount, Map<String, Object> told) {}

    private record Line(String payment, int ordinal, Money charge, Money paid, Map<String, Object> told) {}

    private final Connection connection;
    private final AdjustmentLabels labels;

    Payments(Connection connection, AdjustmentLabels labels) {
        this.connection = connection;
        this.labels = labels;
    }

    List<Map<String, Object>> read(String where, Object... values) throws SQLException {
        Map<String, Money[]> sums = new LinkedHashMap<>();
        List<Map<String, Object>> all = Sql.list(
                connection,
                PAYMENT + where,
                row -> {
                    sums.put(
                            row.getString("id"),
                            new Money[] {new Money(row.getLong("charge_cents")), new Money(row.getLong("paid_cents"))});
                    return payment(row);
                },
                values);
        String[] ids = sums.keySet().toArray(String[]::new);
        List<Adjusted> adjustments = adjustments(ids);
        List<Line> lines = lines(ids);
        for (Map<String, Object> payment : all) {
            String id = (String) payment.get("id");
            Money[] sum = sums.get(id);
            List<Adjusted> own = adjustments.stream()
                    .filter(each -> each.payment().equals(id))
                    .toList();
            List<Map<String, Object>> balances = new ArrayList<>();
            balances.add(Balances.ofCharge("claim", sum[0], total(own), sum[1]));
            payment.put("adjustments", told(own, 0));
            payment.put(
                    "lines",
                    lines.stream()
                            .filter(line -> line.payment().equals(id))
                            .map(line -> line(line, own, balances))
                            .toList());
            payment.put("balances", balances);
        }
        return all;
    }

    private static Map<String, Object> payment(ResultSet row) throws SQLException {
        Map<String, Object> payment = new LinkedHashMap<>();
        payment.put("id", row.getString("id"));
        payment.put("remittance", row.getString("remittance_id"));
        text(payment, "claim", row.getString("claim_id"));
        payment.put("patientControlNumber", row.getString("patient_control_number"));
        text(payment, "payerControlNumber", row.getString("payer_control_number"));
        payment.put("status", row.getString("status"));
        payment.put("outcome", row.getString("outcome"));
        payment.put("posted", row.getBoolean("posted"));
        payment.put("charge", PracticeView.money(new Money(row.getLong("charge_cents"))));
        payment.put("paid", PracticeView.money(new Money(row.getLong("paid_cents"))));
        payment.put("patientResponsibility", PracticeView.money(new Money(row.getLong("patient_cents"))));
        return payment;
    }

    private List<Adjusted> adjustments(String... payments) throws SQLException {
        return Sql.list(
                connection,
                """
                select claim_payment_id, coalesce(line_ordinal, 0) as line, group_code, reason, amount_cents, quantity
                from adjustments where claim_payment_id = any(?) order by claim_payment_id, ordinal""",
                row -> {
                    Money amount = new Money(row.getLong("amount_cents"));
                    Map<String, Object> told = new LinkedHashMap<>();
                    told.put("group", row.getString("group_code"));
                    told.put("reason", row.getString("reason"));
                    told.put("amount", PracticeView.money(amount));
                    text(told, "quantity", row.getString("quantity"));
                    told.put("text", labels.text(AdjustmentLabels.Kind.CARC, row.getString("reason")));
                    return new Adjusted(row.getString("claim_payment_id"), row.getInt("line"), amount, told);
                },
                (Object) payments);
    }

    private List<Line> lines(String... payments) throws SQLException {
        return Sql.list(
                connection,
                """
                select claim_payment_id, ordinal, procedure, modifiers, charge_cents, paid_cents, units, remarks,
                    line_control_number
                from line_payments where claim_payment_id = any(?) order by claim_payment_id, ordinal""",
                row -> {
                    Money charge = new Money(row.getLong("charge_cents"));
                    Money paid = new Money(row.getLong("paid_cents"));
                    Map<String, Object> told = new LinkedHashMap<>();
                    told.put("procedure", row.getString("procedure"));
                    told.put("modifiers", words(row.getString("modifiers")));
                    told.put("charge", PracticeView.money(charge));
                    told.put("paid", PracticeView.money(paid));
                    // SVC05 left out means one.
                    told.put("units", row.getString("units").isEmpty() ? "1" : row.getString("units"));
                    told.put("remarks", words(row.getString("remarks")));
                    text(told, "lineControlNumber", row.getString("line_control_number"));
                    return new Line(row.getString("claim_payment_id"), row.getInt("ordinal"), charge, paid, told);
                },
                (Object) payments);
    }

    private static Map<String, Object> line(Line line, List<Adjusted> own, List<Map<String, Object>> balances) {
        List<Adjusted> ofLine =
                own.stream().filter(each -> each.line() == line.ordinal()).toList();
        line.told().put("adjustments", told(ofLine, line.ordinal()));
        balances.add(Balances.ofCharge("line", line.charge(), total(ofLine), line.paid()));
        return line.told();
    }

    private static List<Map<String, Object>> told(List<Adjusted> all, int line) {
        return all.stream()
                .filter(each -> each.line() == line)
                .map(Adjusted::told)
                .toList();
    }

    private static Money total(List<Adjusted> all) {
        return all.stream().map(Adjusted::amount).reduce(Money.ZERO, Money::plus);
    }

    private static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("[ ,:]+"));
    }

    private static void text(Map<String, Object> told, String name, String value) {
        if (value != null && !value.isEmpty()) {
            told.put(name, value);
        }
    }
}
