package org.clearlane.console.screens.today;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.clearlane.console.screens.today.Today.Flow;
import org.clearlane.console.screens.today.Today.Need;
import org.clearlane.console.screens.today.Today.PayerLight;
import org.clearlane.console.screens.today.Today.Sum;
import org.clearlane.model.Money;
import org.clearlane.model.ledger.ClaimState;
import org.clearlane.store.Sql;

/** Reads the first page from the ledger. What it may see is the connection's business, not its own. */
final class TodayReading {

    /** An open interchange that has not moved for this long makes its payer's light red. */
    private static final Duration TOO_LONG = Duration.ofMinutes(30);

    private TodayReading() {}

    static Flow flow(Connection connection, Instant since) throws SQLException {
        long[] claims = new long[4];
        long[] cents = new long[4];
        Sql.list(
                connection,
                "select state, count(*), coalesce(sum(charge_cents), 0) from claims where received_at >= ? group by state",
                row -> {
                    int column = ClaimState.valueOf(row.getString(1)).custody().ordinal();
                    claims[column] += row.getLong(2);
                    cents[column] += row.getLong(3);
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
        long paid =
                Sql.number(connection, "select coalesce(sum(paid_cents), 0) from claims where received_at >= ?", since);
        long paidClaims =
                Sql.number(connection, "select count(*) from claims where received_at >= ? and paid_cents > 0", since);
        return new Flow(
                new Sum(allClaims, new Money(allCents)),
                sums[ClaimState.Custody.SENT.ordinal()],
                sums[ClaimState.Custody.REJECTED.ordinal()],
                sums[ClaimState.Custody.HELD.ordinal()],
                sums[ClaimState.Custody.IN_FLIGHT.ordinal()],
                new Money(paid),
                paidClaims);
    }

    static List<Need> needsOfPractice(Connection connection) throws SQLException {
        List<Need> needs = new ArrayList<>();
        need(
                connection,
                needs,
                "refused by us, to be mended",
                "state in ('REJECTED_CLAIM', 'REJECTED_FILE')",
                "/claims?state=REJECTED_CLAIM");
        need(
                connection,
                needs,
                "refused by payers",
                "state in ('PAYER_REJECTED', 'REJECTED_999')",
                "/claims?state=PAYER_REJECTED");
        need(connection, needs, "held until somebody says where they go", "state = 'HELD'", "/claims?state=HELD");
        need(connection, needs, "denied", "state = 'DENIED'", "/claims?state=DENIED");
        return needs;
    }

    private static void need(Connection connection, List<Need> needs, String words, String which, String path)
            throws SQLException {
        // The condition is one of our own four, never anybody's text.
        Sql.first(
                        connection,
                        "select count(*), coalesce(sum(charge_cents), 0) from claims where " + which,
                        row -> new Need("claims " + words, row.getLong(1), new Money(row.getLong(2)), path))
                .filter(each -> each.count() > 0)
                .ifPresent(needs::add);
    }

    static List<Need> needsOfTheHouse(Connection connection) throws SQLException {
        return Sql.list(
                connection,
                """
                select kind, count(*), coalesce(sum(amount_cents), 0) from worklist
                where resolved_at is null group by kind order by kind""",
                row -> new Need(
                        row.getString(1)
                                .toLowerCase(java.util.Locale.ROOT)
                                .replace('_', ' ')
                                .replace('-', ' '),
                        row.getLong(2),
                        new Money(row.getLong(3)),
                        null));
    }

    static List<PayerLight> payers(Connection connection, Instant now) throws SQLException {
        return Sql.list(
                connection,
                """
                select p.payer_id,
                    (select count(*) from claims c where c.payer_id = p.payer_id and c.state in ('QUEUED', 'BATCHED', 'UNKNOWN_OUTCOME')) as waiting,
                    (select min(created_at) from outbound_interchanges o where o.payer_id = p.payer_id and o.state <> 'SENT') as oldest,
                    (select count(*) from outbound_interchanges o where o.payer_id = p.payer_id and o.state in ('UNKNOWN', 'PARKED')) as stuck,
                    greatest(
                        (select max(sent_at) from outbound_interchanges o where o.payer_id = p.payer_id),
                        (select max(received_at) from answers a where a.payer_id = p.payer_id)) as last_contact
                from (select distinct payer_id from outbound_interchanges) p order by p.payer_id""",
                row -> light(
                        row.getString("payer_id"),
                        row.getLong("waiting"),
                        Sql.instant(row, "oldest"),
                        row.getLong("stuck"),
                        Sql.instant(row, "last_contact"),
                        now));
    }

    private static PayerLight light(
            String payer, long waiting, Instant oldest, long stuck, Instant lastContact, Instant now) {
        if (stuck > 0) {
            return new PayerLight(payer, waiting, "bad", stuck + " stuck", lastContact);
        }
        if (oldest != null && oldest.plus(TOO_LONG).isBefore(now)) {
            return new PayerLight(payer, waiting, "bad", "slow", lastContact);
        }
        return oldest == null
                ? new PayerLight(payer, waiting, "good", "flowing", lastContact)
                : new PayerLight(payer, waiting, "wait", "sending", lastContact);
    }
}
