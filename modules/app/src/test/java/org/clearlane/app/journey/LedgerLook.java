package org.clearlane.app.journey;

import java.util.List;
import org.clearlane.store.Sql;
import org.clearlane.store.ledger.Ledger;

/** What the tests read from the ledger, by plain SQL. */
final class LedgerLook {

    private static final String UNSETTLED =
            """
            select (select count(*) from outbox where done_at is null and parked_at is null)
                + (select count(*) from files where state <> 'JUDGED')
                + (select count(*) from answers where state = 'RECEIVED')
                + (select count(*) from claims where state in ('RECEIVED', 'QUEUED', 'BATCHED', 'UNKNOWN_OUTCOME', 'SENT'))""";

    private final Ledger ledger;

    LedgerLook(Ledger ledger) {
        this.ledger = ledger;
    }

    long number(String sql, Object... values) {
        return ledger.transact(tx -> Sql.number(tx.connection(), sql, values));
    }

    List<String> texts(String sql, Object... values) {
        return ledger.transact(tx -> Sql.list(tx.connection(), sql, row -> row.getString(1), values));
    }

    /** Work that is under way, and claims their payer has not answered. */
    long unsettled() {
        return number(UNSETTLED);
    }

    /** The state of every claim of a file, in the order of the file. */
    List<String> states(String fileId) {
        return texts("select state from claims where file_id = ? order by ordinal", fileId);
    }

    /** State, paid and patient's share of every claim of a file, in the order of the file. */
    List<String> outcomes(String fileId) {
        return texts(
                "select state || ' ' || paid_cents || ' ' || patient_cents from claims where file_id = ? order by ordinal",
                fileId);
    }

    /** What stands open on the worklist. */
    List<String> worklist(String kind) {
        return texts("select message from worklist where kind = ? and resolved_at is null order by subject", kind);
    }
}
