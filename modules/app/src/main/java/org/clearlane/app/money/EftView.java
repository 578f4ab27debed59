package org.clearlane.app.money;

import java.sql.SQLException;
import java.util.List;
import org.clearlane.app.money.Printing.Row;
import org.clearlane.model.Money;
import org.clearlane.store.Sql;
import org.clearlane.store.ledger.Ledger.Tx;

/** Banks' entries and what they pay, newest first. */
final class EftView {

    static final List<String> COLUMNS = List.of(
            "id", "settledOn", "amount", "trace", "payer", "outcome", "confidence", "remittance", "practice", "reason");

    private EftView() {}

    static List<Row> list(Tx tx, boolean openOnly, int limit) throws SQLException {
        return Sql.list(
                tx.connection(),
                """
                select id, settled_on, amount_cents, trace, payer_name, outcome, confidence, remittance_id, practice_id, reason
                from eft_receipts where not ? or confidence = 'LOW' order by settled_on desc, id desc limit ?""",
                row -> new Row()
                        .with("id", row.getString("id"))
                        .with("settledOn", Sql.date(row, "settled_on"))
                        .with("amount", new Money(row.getLong("amount_cents")))
                        .with("trace", row.getString("trace"))
                        .with("payer", row.getString("payer_name"))
                        .with("outcome", row.getString("outcome"))
                        .with("confidence", row.getString("confidence"))
                        .with("remittance", row.getString("remittance_id"))
                        .with("practice", row.getString("practice_id"))
                        .with("reason", row.getString("reason")),
                openOnly,
                limit);
    }
}
