package org.clearlane.custody;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Objects;

/**
 * I4: in = sent + rejected + held + in flight, per practice, payer and day of receipt, in claims and in cents; and what
 * files and interchanges say of themselves is what their claims add up to. The sums of this check are the custody sum.
 */
final class FlowAddsUp implements Invariant {

    private static final String FLOW =
            """
            select practice_id, coalesce(payer_id, 'no payer') as payer, (received_at at time zone 'UTC')::date as day,
                state, count(*) as claims, sum(charge_cents) as cents
            from claims group by 1, 2, 3, 4 order by 1, 2, 3, 4""";

    private static final String FILES =
            """
            with judged as (
                select c.file_id, c.set_id, count(*) as claims, sum(c.charge_cents) as cents,
                    count(*) filter (where e.to_state in ('REJECTED_FILE', 'REJECTED_CLAIM')) as rejected,
                    count(*) filter (where e.to_state = 'HELD') as held,
                    count(*) filter (where e.to_state = 'QUEUED') as queued
                from claims c
                left join claim_events e
                    on e.claim_id = c.id and e.from_state = 'RECEIVED' and e.to_state <> 'RECEIVED'
                group by c.file_id, c.set_id),
            entered as (
                select file_id, sum(claims) as claims, sum(cents) as cents, sum(rejected) as rejected,
                    sum(held) as held, sum(queued) as queued
                from judged group by file_id),
            unread as (
                select s.file_id, sum(s.claims_total) as claims, sum(s.charge_cents) as cents
                from transaction_sets s
                where not exists (select from judged j where j.set_id = s.id) group by s.file_id)
            select f.id, f.claims_total, f.claims_accepted, f.claims_rejected, f.claims_held, f.charge_cents,
                coalesce(e.claims, 0) as entered, coalesce(e.cents, 0) as entered_cents,
                coalesce(e.rejected, 0) as rejected, coalesce(e.held, 0) as held, coalesce(e.queued, 0) as queued,
                coalesce(u.claims, 0) as unread, coalesce(u.cents, 0) as unread_cents
            from files f
            left join entered e on e.file_id = f.id
            left join unread u on u.file_id = f.id
            where f.state = 'JUDGED' order by f.id""";

    private CustodySum claims = CustodySum.ZERO;
    private CustodySum cents = CustodySum.ZERO;
    private CustodySum groupClaims = CustodySum.ZERO;
    private CustodySum groupCents = CustodySum.ZERO;
    private String group;

    /** Where the claims are; after the check. */
    CustodySum claims() {
        return claims;
    }

    /** Where the charges are, in cents; after the check. */
    CustodySum cents() {
        return cents;
    }

    @Override
    public String id() {
        return "I4";
    }

    @Override
    public String title() {
        return "in = sent + rejected + held + in flight, to the claim and to the cent";
    }

    @Override
    public void check(Audit audit, Tally tally) throws SQLException, IOException {
        audit.each(FLOW, row -> {
            String next = "practice %s, payer %s, %s"
                    .formatted(row.getString("practice_id"), row.getString("payer"), row.getString("day"));
            if (!Objects.equals(next, group)) {
                endGroup(tally);
                group = next;
            }
            groupClaims = groupClaims.plus(LegalMoves.column(row.getString("state"), row.getLong("claims")));
            groupCents = groupCents.plus(LegalMoves.column(row.getString("state"), row.getLong("cents")));
        });
        endGroup(tally);
        tally.checked(claims.in());
        checkFiles(audit, tally);
        new OutboundTotals().check(audit, tally);
    }

    private void endGroup(Tally tally) {
        if (!groupClaims.addsUp() || !groupCents.addsUp()) {
            tally.breach(
                    "%s: %d claims with %s came in, of which %d with %s are in no column",
                    group,
                    groupClaims.in(),
                    Cents.text(groupCents.in()),
                    missing(groupClaims),
                    Cents.text(missing(groupCents)));
        }
        claims = claims.plus(groupClaims);
        cents = cents.plus(groupCents);
        groupClaims = CustodySum.ZERO;
        groupCents = CustodySum.ZERO;
    }

    private static long missing(CustodySum sum) {
        return sum.in() - sum.sent() - sum.rejected() - sum.held() - sum.inFlight();
    }

    private static void checkFiles(Audit audit, Tally tally) throws SQLException, IOException {
        audit.each(FILES, row -> {
            tally.checked();
            String file = row.getString("id");
            // Claims of sets refused unread may be counted with the file; they are rejected then.
            long unread = row.getLong("claims_total") - row.getLong("entered");
            boolean countsUnread = unread != 0 && unread == row.getLong("unread");
            if (unread != 0 && !countsUnread) {
                tally.breach(
                        "file %s: it says %d claims, the ledger holds %d",
                        file, row.getLong("claims_total"), row.getLong("entered"));
                return;
            }
            long cents = row.getLong("entered_cents") + (countsUnread ? row.getLong("unread_cents") : 0);
            if (row.getLong("charge_cents") != cents) {
                tally.breach(
                        "file %s: it says %s is charged, its claims charge %s",
                        file, Cents.text(row.getLong("charge_cents")), Cents.text(cents));
            }
            long rejected = row.getLong("rejected") + (countsUnread ? unread : 0);
            if (row.getLong("claims_rejected") != rejected) {
                tally.breach(
                        "file %s: it says %d claims were rejected, their events say %d",
                        file, row.getLong("claims_rejected"), rejected);
            }
            if (row.getLong("claims_held") != row.getLong("held")) {
                tally.breach(
                        "file %s: it says %d claims were held, their events say %d",
                        file, row.getLong("claims_held"), row.getLong("held"));
            }
            if (row.getLong("claims_accepted") != row.getLong("queued")) {
                tally.breach(
                        "file %s: it says %d claims were accepted, their events say %d",
                        file, row.getLong("claims_accepted"), row.getLong("queued"));
            }
        });
    }
}
