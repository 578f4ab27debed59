package org.clearlane.console.screens.today;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.clearlane.console.screens.today.Today.Flow;
import org.clearlane.console.screens.today.Today.Need;
import org.clearlane.console.screens.today.Today.Sum;
import org.clearlane.model.Money;
import org.clearlane.model.ledger.ClaimState;
import org.clearlane.store.Sql;

/** Reads the first page from the ledger. What it may see is the connection's business, not its own. */
final class TodayReading {

    private TodayReading() {}

    static Flow flow(Connection connection, Instant since) throws SQLException {
        long[] claims = new long[4];
        long[] cents = new long[4];
        // Paid cents and paid claims; all in one reading of one index.
        long[] paid = new long[2];
        Sql.list(
                connection,
                """
                select state, count(*), coalesce(sum(charge_cents), 0), coalesce(sum(paid_cents), 0),
                    count(*) filter (where paid_cents > 0)
                from claims where received_at >= ? group by state""",
                row -> {
                    int column = ClaimState.valueOf(row.getString(1)).custody().ordinal();
                    claims[column] += row.getLong(2);
                    cents[column] += row.getLong(3);
                    paid[0] += row.getLong(4);
                    paid[1] += row.getLong(5);
                    return null;
                },
                since);
        Sum[] sums = new Sum[4];
        long allClaims = 0;
        long allCents = 0;
        for (int i = 0; i < 4; i++) {
            sums[i] = new Sum(claims[i], new Money(cents[i]));
            allClaims += claims[i];
            allCents += cents[i];
        }
        return new Flow(
                new Sum(allClaims, new Money(allCents)),
                sums[ClaimState.Custody.SENT.ordinal()],
                sums[ClaimState.Custody.REJECTED.ordinal()],
                sums[ClaimState.Custody.HELD.ordinal()],
                sums[ClaimState.Custody.IN_FLIGHT.ordinal()],
                new Money(paid[0]),
                paid[1]);
    }

    static List<Need> needsOfPractice(Connection connection) throws SQLException {
        Map<ClaimState, Sum> byState = new EnumMap<>(ClaimState.class);
        Sql.list(
                connection,
                "select state, count(*), coalesce(sum(charge_cents), 0) from claims group by state",
                row -> byState.put(
                        ClaimState.valueOf(row.getString(1)), new Sum(row.getLong(2), new Money(row.getLong(3)))));
        List<Need> needs = new ArrayList<>();
        need(needs, byState, "refused by us, to be mended", ClaimState.REJECTED_CLAIM, ClaimState.REJECTED_FILE);
        need(needs, byState, "refused by payers", ClaimState.PAYER_REJECTED, ClaimState.REJECTED_999);
        need(needs, byState, "held until somebody says where they go", ClaimState.HELD);
        need(needs, byState, "denied", ClaimState.DENIED);
        needs.addAll(money(connection));
        return needs;
    }

    private static void need(List<Need> needs, Map<ClaimState, Sum> byState, String words, ClaimState... states) {
        long claims = 0;
        Money charge = Money.ZERO;
        for (ClaimState state : states) {
            Sum sum = byState.getOrDefault(state, new Sum(0, Money.ZERO));
            claims += sum.claims();
            charge = charge.plus(sum.charge());
        }
        if (claims > 0) {
            needs.add(new Need("claims " + words, claims, charge, "/claims?state=" + states[0].name()));
        }
    }

    /** Remittances that are held, and money that fits nowhere; whose is the connection's business. */
    private static List<Need> money(Connection connection) throws SQLException {
        return Sql.list(
                connection,
                """
                select kind = 'UNBALANCED_REMITTANCE' as held, count(*), coalesce(sum(amount_cents), 0) from worklist
                where resolved_at is null and kind in ('UNBALANCED_REMITTANCE', 'UNMATCHED_PAYMENT', 'MISSING_ERA',
                    'MISSING_EFT', 'UNCERTAIN_EFT', 'OPEN_REVERSAL', 'DUPLICATE_PAYMENT')
                group by 1 order by 1 desc""",
                row -> new Need(
                        row.getBoolean(1) ? "remittances held, not counted yet" : "payments unmatched",
                        row.getLong(2),
                        new Money(row.getLong(3)),
                        row.getBoolean(1) ? "/remittances?state=UNBALANCED" : "/remittances/unmatched"));
    }

    static List<Need> needsOfTheHouse(Connection connection) throws SQLException {
        List<Need> needs = new ArrayList<>(money(connection));
        needs.addAll(others(connection));
        return needs;
    }

    private static List<Need> others(Connection connection) throws SQLException {
        return Sql.list(
                connection,
                """
                select kind, count(*), coalesce(sum(amount_cents), 0) from worklist
                where resolved_at is null and kind not in ('UNBALANCED_REMITTANCE', 'UNMATCHED_PAYMENT', 'MISSING_ERA',
                    'MISSING_EFT', 'UNCERTAIN_EFT', 'OPEN_REVERSAL', 'DUPLICATE_PAYMENT')
                group by kind order by kind""",
                row -> new Need(
                        row.getString(1)
                                .toLowerCase(java.util.Locale.ROOT)
                                .replace('_', ' ')
                                .replace('-', ' '),
                        row.getLong(2),
                        new Money(row.getLong(3)),
                        null));
    }
}
