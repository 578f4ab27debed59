package org.clearlane.store.ledger;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.clearlane.model.Money;
import org.clearlane.store.Sql;
import org.clearlane.store.ledger.Ledger.Tx;

/** Fee schedules as they were imported. */
public final class FeeLedger {

    /** One row; the practice is null for all. */
    public record Row(
            String payerId,
            String practiceId,
            String procedure,
            String modifier,
            LocalDate validFrom,
            LocalDate validTo,
            Money amount) {}

    private FeeLedger() {}

    /** Enters a row, or replaces the one of the same payer, practice, procedure, modifier and first day. */
    public static void enter(Tx tx, Row row, String actor) throws SQLException {
        Sql.update(
                tx.connection(),
                """
                insert into fees (payer_id, practice_id, procedure, modifier, valid_from, valid_to, amount_cents, imported_by,
                    imported_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (payer_id, practice_id, procedure, modifier, valid_from) do update set
                    valid_to = excluded.valid_to, amount_cents = excluded.amount_cents, imported_by = excluded.imported_by,
                    imported_at = excluded.imported_at""",
                row.payerId(),
                row.practiceId(),
                row.procedure(),
                row.modifier(),
                row.validFrom(),
                row.validTo(),
                row.amount().cents(),
                actor,
                tx.now());
    }

    /** All rows. */
    public static List<Row> all(Tx tx) throws SQLException {
        return Sql.list(
                tx.connection(),
                "select * from fees order by payer_id, procedure, modifier, valid_from",
                row -> new Row(
                        row.getString("payer_id"),
                        row.getString("practice_id"),
                        row.getString("procedure"),
                        row.getString("modifier"),
                        Sql.date(row, "valid_from"),
                        Sql.date(row, "valid_to"),
                        new Money(row.getLong("amount_cents"))));
    }
}
