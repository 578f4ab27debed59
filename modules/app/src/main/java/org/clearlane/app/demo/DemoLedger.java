package org.clearlane.app.demo;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clearlane.model.Money;
import org.clearlane.store.Sql;
import org.clearlane.store.ledger.Ledger;
import org.clearlane.store.ledger.Ledger.Tx;

/** What the demo reads from the ledger. */
final class DemoLedger {

    private final Ledger ledger;

    DemoLedger(Ledger ledger) {
        this.ledger = ledger;
    }

    /** A stage of the journey: how many got there so far, and how much they are worth. */
    record Stage(long count, Money amount) {}

    /** Where the journey is: stage in words to count and dollars, in the order of the journey. */
    Map<String, Stage> stages() {
        return ledger.transact(tx -> {
            Map<String, Stage> stages = new LinkedHashMap<>();
            stages.put("files received", stage(tx, "select count(*), 0 from files"));
            stages.put("claims judged", stage(tx, "select count(*), sum(charge_cents) from claims"));
            stages.put(
                    "claims refused by us",
                    stage(
                            tx,
                            "select count(*), sum(charge_cents) from claims where state like 'REJECTED\\_C%' or state = 'REJECTED_FILE'"));
            stages.put(
                    "claims held, never guessed",
                    stage(tx, "select count(*), sum(charge_cents) from claims where state = 'HELD'"));
            stages.put(
                    "answers in mailboxes",
                    stage(tx, "select count(*), 0 from deliveries where delivered_at is not null"));
            stages.put(
                    "interchanges handed over",
                    stage(tx, "select count(*), sum(charge_cents) from outbound_interchanges where state = 'SENT'"));
            stages.put(
                    "claims handed over",
                    stage(
                            tx,
                            "select sum(claims_total), sum(charge_cents) from outbound_interchanges where state = 'SENT'"));
            stages.put(
                    "answers from payers applied",
                    stage(tx, "select count(*), 0 from answers where state = 'APPLIED'"));
            stages.put("claims accepted by payers (999)", reached(tx, "ACKED_999"));
            stages.put("claims taken into adjudication (277CA)", reached(tx, "PAYER_ACCEPTED"));
            stages.put(
                    "claims refused by payers",
                    stage(
                            tx,
                            "select count(*), sum(charge_cents) from claims where state in ('PAYER_REJECTED', 'REJECTED_999')"));
            stages.put(
                    "remittances posted (835)",
                    stage(tx, "select count(*), sum(amount_cents) from remittances where state = 'POSTED'"));
            stages.put(
                    "remittances that came twice, posted once",
                    stage(
                            tx,
                            "select (select count(*) from answer_repeats) + (select count(*) from remittances where state = 'DUPLICATE'), 0"));
            return stages;
        });
    }

    private static Stage reached(Tx tx, String state) throws SQLException {
        return Sql.first(
                        tx.connection(),
                        """
                        select count(*), sum(c.charge_cents) from claims c
                        where exists (select 1 from claim_events e where e.claim_id = c.id and e.to_state = ?)""",
                        row -> new Stage(row.getLong(1), new Money(row.getLong(2))),
                        state)
                .orElseThrow();
    }

    private static Stage stage(Tx tx, String sql) throws SQLException {
        return Sql.first(tx.connection(), sql, row -> new Stage(row.getLong(1), new Money(row.getLong(2))))
                .orElseThrow();
    }

    /** Whether all work is done as far as the ledger knows. */
    boolean isQuiet() {
        return ledger.transact(tx -> Sql.number(
                        tx.connection(),
                        """
                        select (select count(*) from outbox where done_at is null and parked_at is null)
                            + (select count(*) from files where state <> 'JUDGED')
                            + (select count(*) from answers where state = 'RECEIVED')
                            + (select count(*) from claims where state in ('QUEUED', 'BATCHED', 'UNKNOWN_OUTCOME'))""")
                == 0);
    }

    /** How many files the ledger has, repeats included. */
    long arrivals() {
        return ledger.transact(tx -> Sql.number(
                tx.connection(), "select (select count(*) from files) + (select count(*) from file_repeats)"));
    }

    /** A paid claim that went step by step. */
    Optional<String> orderlyRoad() {
        return ledger.transact(tx -> Sql.first(
                tx.connection(),
                """
                select c.id from claims c join claim_events e on e.claim_id = c.id
                where c.state = 'PAID' group by c.id
                order by bool_or(e.to_state = 'PAYER_ACCEPTED') and bool_or(e.to_state = 'ACKED_999') desc, count(*), c.id
                limit 1""",
                row -> row.getString(1)));
    }

    /** A claim whose payment was taken back. */
    Optional<String> reversedRoad() {
        return ledger.transact(tx -> Sql.first(
                tx.connection(),
                "select claim_id from claim_events where to_state = 'REVERSED' order by claim_id limit 1",
                row -> row.getString(1)));
    }

    /** One refused claim in words. */
    record Rejection(
            String number, String practice, String file, Money charge, String place, String message, String mend) {}

    Optional<Rejection> oneRejection() {
        return ledger.transact(tx -> Sql.first(
                tx.connection(),
                """
                select c.patient_control_number, c.practice_id, file.original_name, c.charge_cents, f.loop, f.segment,
                    f.position, f.element, f.source_row, f.source_column, f.message, f.mend
                from findings f
                join claims c on c.id = f.claim_id
                join files file on file.id = c.file_id
                where f.severity = 'ERROR' and c.state = 'REJECTED_CLAIM'
                order by (f.code = 'claim.charge.sum') desc, c.id limit 1""",
                row -> new Rejection(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        new Money(row.getLong(4)),
                        row.getObject("source_row") != null
                                ? "row " + row.getInt("source_row") + ", column " + row.getString("source_column")
                                : "loop " + row.getString("loop") + ", segment " + row.getInt("position") + ", "
                                        + row.getString("segment")
                                        + (row.getInt("element") == 0 ? "" : "%02d".formatted(row.getInt("element"))),
                        row.getString("message"),
                        row.getString("mend"))));
    }

    /** The final table: a row a practice and payer. */
    List<String[]> table() {
        return ledger.transact(tx -> Sql.list(
                tx.connection(),
                """
                select practice_id, coalesce(payer_id, '(' || nullif(payer_code, '') || ')', '-'), count(*),
                    sum(charge_cents),
                    count(*) filter (where state in ('REJECTED_CLAIM', 'REJECTED_FILE')),
                    count(*) filter (where state = 'HELD'),
                    count(*) filter (where state in ('PAYER_REJECTED', 'REJECTED_999')),
                    count(*) filter (where state in ('PAID', 'PARTLY_PAID')),
                    count(*) filter (where state = 'DENIED'),
                    sum(paid_cents)
                from claims group by 1, 2 order by 1, 2""",
                row -> new String[] {
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    new Money(row.getLong(4)).toString(),
                    row.getString(5),
                    row.getString(6),
                    row.getString(7),
                    row.getString(8),
                    row.getString(9),
                    new Money(row.getLong(10)).toString()
                }));
    }
}
