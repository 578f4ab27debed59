package org.clearlane.console.screens.reconciliation;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.clearlane.console.screens.reconciliation.Reconciliation.Ages;
import org.clearlane.console.screens.reconciliation.Reconciliation.Days;
import org.clearlane.console.screens.reconciliation.Reconciliation.Refused;
import org.clearlane.console.screens.reconciliation.Reconciliation.Sums;
import org.clearlane.model.Money;
import org.clearlane.remittance.AdjustmentLabels;
import org.clearlane.remittance.AdjustmentLabels.Kind;
import org.clearlane.remittance.AdjustmentLabels.Label;
import org.clearlane.store.Sql;

/** Reads the kept figures of one practice, or of all together. A row of an earlier round than the last is over. */
final class FiguresReading {

    private final Connection connection;
    private final String practiceId;
    private final AdjustmentLabels labels;

    /** @param practiceId null for all practices together */
    FiguresReading(Connection connection, String practiceId, AdjustmentLabels labels) {
        this.connection = connection;
        this.practiceId = practiceId;
        this.labels = labels;
    }

    private <T> List<T> rows(String table, String order, Sql.Row<T> reader, Instant at) throws SQLException {
        // Table and order are our own words.
        return Sql.list(
                connection,
                "select * from " + table
                        + " where practice_id is not distinct from ?::text and computed_at = ? order by " + order,
                reader,
                practiceId,
                at);
    }

    Reconciliation read() throws SQLException {
        Instant at = Sql.first(
                        connection,
                        "select max(computed_at) as at from money_months where practice_id is not distinct from ?::text",
                        row -> Sql.instant(row, "at"),
                        practiceId)
                .orElse(null);
        if (at == null) {
            return new Reconciliation(null, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
        }
        List<Sums> cells = rows("money_months", "payer_id, month", FiguresReading::sums, at);
        Map<String, Sums> byPayer = new TreeMap<>();
        Map<LocalDate, Sums> byMonth = new TreeMap<>(Comparator.reverseOrder());
        for (Sums cell : cells) {
            byPayer.merge(cell.payer(), Sums.none(cell.payer(), null).and(cell), Sums::and);
            byMonth.merge(cell.month(), Sums.none("", cell.month()).and(cell), Sums::and);
        }
        List<Days> days = rows(
                "money_days",
                "payer_id",
                row -> new Days(
                        row.getString("payer_id"),
                        row.getLong("claims"),
                        row.getInt("median_days"),
                        row.getInt("ninetieth_days")),
                at);
        return new Reconciliation(
                at, List.copyOf(byPayer.values()), List.copyOf(byMonth.values()), cells, ages(at), days, reasons(at));
    }

    private static Money money(ResultSet row, String column) throws SQLException {
        return new Money(row.getLong(column));
    }

    private static Sums sums(ResultSet row) throws SQLException {
        return new Sums(
                row.getString("payer_id"),
                Sql.date(row, "month"),
                row.getLong("claims"),
                money(row, "charge_cents"),
                row.getLong("refused"),
                row.getLong("open_claims"),
                money(row, "open_cents"),
                row.getLong("decided"),
                money(row, "decided_cents"),
                money(row, "co_cents"),
                money(row, "oa_cents"),
                money(row, "pi_cents"),
                money(row, "pr_cents"),
                money(row, "other_cents"),
                money(row, "paid_cents"),
                row.getLong("denied_first"),
                row.getLong("first_pass"),
                row.getLong("patient_claims"),
                money(row, "patient_cents"));
    }

    private List<Ages> ages(Instant at) throws SQLException {
        Map<String, long[][]> byPayer = new LinkedHashMap<>();
        rows(
                "money_ages",
                "payer_id, bucket",
                row -> {
                    long[][] cells = byPayer.computeIfAbsent(row.getString("payer_id"), payer -> new long[2][4]);
                    cells[0][row.getInt("bucket")] = row.getLong("claims");
                    cells[1][row.getInt("bucket")] = row.getLong("charge_cents");
                    return null;
                },
                at);
        List<Ages> ages = new ArrayList<>();
        byPayer.forEach((payer, cells) -> {
            List<Long> claims = new ArrayList<>();
            List<Money> charges = new ArrayList<>();
            for (int bucket = 0; bucket < 4; bucket++) {
                claims.add(cells[0][bucket]);
                charges.add(new Money(cells[1][bucket]));
            }
            ages.add(new Ages(payer, claims, charges));
        });
        return ages;
    }

    private List<Refused> reasons(Instant at) throws SQLException {
        Map<String, Refused> byCode = new LinkedHashMap<>();
        rows(
                "money_denials",
                "group_code, reason",
                row -> {
                    String reason = row.getString("reason");
                    Refused one = new Refused(
                            row.getString("group_code") + "-" + reason,
                            labels.text(Kind.CARC, reason),
                            labels.find(Kind.CARC, reason).map(Label::mend).orElse(""),
                            row.getLong("claims"),
                            money(row, "amount_cents"));
                    return byCode.merge(
                            one.code(),
                            one,
                            (before, more) -> new Refused(
                                    one.code(),
                                    one.words(),
                                    one.mend(),
                                    before.claims() + more.claims(),
                                    before.amount().plus(more.amount())));
                },
                at);
        return byCode.values().stream()
                .sorted(Comparator.comparing(Refused::amount).reversed())
                .toList();
    }
}
