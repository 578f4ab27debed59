package org.clearlane.console.screens.files;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.clearlane.console.screens.files.BatchPage.BatchSet;
import org.clearlane.console.screens.files.BatchPage.Told;
import org.clearlane.console.screens.files.FilePage.StateSum;
import org.clearlane.console.screens.files.FilePage.Sum;
import org.clearlane.model.Money;
import org.clearlane.model.ledger.ClaimState;
import org.clearlane.store.Sql;

/** Reads one interchange to a payer, through the connection's eyes: a practice's role sees no claim but its own. */
public final class BatchReading {

    private static final int MOST_SETS = 100;

    private final Connection connection;

    public BatchReading(Connection connection) {
        this.connection = connection;
    }

    public Optional<BatchPage> read(String id) throws SQLException {
        Sum total = Sql.first(
                        connection,
                        """
                        select coalesce(sum(claims_total), 0), coalesce(sum(charge_cents), 0) from outbound_parts
                        where outbound_id = ?""",
                        row -> new Sum(row.getLong(1), new Money(row.getLong(2))),
                        id)
                .orElse(Sum.NONE);
        return Sql.first(
                connection,
                """
                select id, payer_id, kind, control, group_control, usage, name, sha256, size_bytes, state, created_at, sent_at,
                    ta1_code, ta1_note from outbound_interchanges where id = ?""",
                row -> new BatchPage(
                        row.getString("id"),
                        row.getString("payer_id"),
                        row.getString("kind"),
                        row.getLong("control"),
                        row.getLong("group_control"),
                        row.getString("usage"),
                        row.getString("name"),
                        row.getString("sha256"),
                        row.getLong("size_bytes"),
                        row.getString("state"),
                        Sql.instant(row, "created_at"),
                        Sql.instant(row, "sent_at"),
                        row.getString("ta1_code"),
                        row.getString("ta1_note"),
                        total,
                        sets(id),
                        sums(id)),
                id);
    }

    private List<BatchSet> sets(String id) throws SQLException {
        return Sql.list(
                connection,
                "select set_control, bht03, ack from outbound_sets where outbound_id = ? order by set_control limit ?",
                row -> new BatchSet(row.getString(1), row.getString(2), row.getString(3)),
                id,
                MOST_SETS);
    }

    private List<StateSum> sums(String id) throws SQLException {
        return Sql.list(
                connection,
                """
                select state, count(*), sum(charge_cents) from claims where outbound_id = ? group by state order by state""",
                row -> new StateSum(
                        ClaimState.valueOf(row.getString(1)), new Sum(row.getLong(2), new Money(row.getLong(3)))),
                id);
    }

    /**
     * What the payer said of the interchange and its sets. It is read over all practices, for an interchange that its reader
     * was shown before: statements about envelopes name no claim.
     */
    public static List<Told> told(Connection everything, String id) throws SQLException {
        return Sql.list(
                everything,
                """
                select a.received_at, i.kind, i.reference, i.statement, i.answer_id
                from answer_items i join answers a on a.id = i.answer_id
                where i.outbound_id = ? and i.claim_id is null and i.kind in ('TA1', '999', '277CA') order by a.id, i.ordinal
                limit 200""",
                row -> new Told(
                        Sql.instant(row, "received_at"),
                        row.getString("kind"),
                        row.getString("reference"),
                        row.getString("statement"),
                        row.getString("answer_id")),
                id);
    }
}
