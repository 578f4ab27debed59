package org.clearlane.app.ledger;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clearlane.model.Money;
import org.clearlane.store.Sql;
import org.clearlane.store.ledger.Ledger.Tx;

/** One claim in a list. */
record ClaimView(
        String id, String practice, String number, Money charge, Money paid, String payer, String state, String why) {

    static List<ClaimView> list(Tx tx, String state, String practice, int limit) throws SQLException {
        return Sql.list(
                tx.connection(),
                """
                select id, practice_id, patient_control_number, charge_cents, paid_cents, coalesce(payer_id, payer_code),
                    state, coalesce(hold_reason, '')
                from claims
                where (?::text is null or state = ?) and (?::text is null or practice_id = ?)
                order by id desc limit ?""",
                row -> new ClaimView(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        new Money(row.getLong(4)),
                        new Money(row.getLong(5)),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8)),
                state,
                state,
                practice,
                practice,
                limit);
    }

    Map<String, Object> asMap() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("id", id);
        all.put("practice", practice);
        all.put("patientControlNumber", number);
        all.put("charge", charge.toString());
        all.put("paid", paid.toString());
        all.put("payer", payer);
        all.put("state", state);
        if (!why.isEmpty()) {
            all.put("holdReason", why);
        }
        return all;
    }

    String asLine() {
        return "%s  %-20s %-20s %12s %12s  %-14s %s%s"
                .formatted(id, practice, number, charge, paid, payer, state, why.isEmpty() ? "" : " (" + why + ")");
    }
}
