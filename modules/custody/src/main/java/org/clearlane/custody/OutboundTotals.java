package org.clearlane.custody;

import java.io.IOException;
import java.sql.SQLException;

/** The part of I4 that looks at the way out: what is sent is in a sent interchange, whose totals are its claims'. */
final class OutboundTotals {

    private static final String SENT_WITHOUT_INTERCHANGE =
            """
            select c.id, c.state, coalesce(o.id, 'none') as outbound_id, coalesce(o.state, 'none') as outbound_state
            from claims c
            left join submissions s on s.claim_id = c.id and s.outbound_id = c.outbound_id
            left join outbound_interchanges o on o.id = s.outbound_id
            where (c.state in ('BATCHED', 'UNKNOWN_OUTCOME') and o.id is null)
                or (c.state in ('SENT', 'ACKED_999', 'REJECTED_999', 'PAYER_ACCEPTED', 'PAYER_REJECTED', 'PAID',
                        'PARTLY_PAID', 'DENIED', 'REVERSED')
                    and (o.id is null or o.state in ('STORED', 'PARKED')
                        or (c.state = 'SENT' and o.state <> 'SENT')))
            order by c.id""";

    private static final String LEFT_BEHIND =
            """
            select c.id, c.state, o.id as outbound_id from claims c
            join outbound_interchanges o on o.id = c.outbound_id
            where o.state = 'SENT' and c.state in ('QUEUED', 'BATCHED', 'UNKNOWN_OUTCOME') order by c.id""";

    private static final String INTERCHANGES =
            """
            select o.id, o.claims_total, o.charge_cents, coalesce(s.claims, 0) as claims, coalesce(s.cents, 0) as cents,
                coalesce(t.claims, 0) as set_claims, coalesce(t.cents, 0) as set_cents
            from outbound_interchanges o
            left join (select s.outbound_id, count(*) as claims, sum(c.charge_cents) as cents
                from submissions s join claims c on c.id = s.claim_id group by 1) s on s.outbound_id = o.id
            left join (select outbound_id, sum(claims_total) as claims, sum(charge_cents) as cents
                from outbound_sets group by 1) t on t.outbound_id = o.id
            order by o.id""";

    private static final String SETS =
            """
            select coalesce(t.outbound_id, s.outbound_id) as outbound_id, coalesce(t.set_control, s.set_control) as control,
                coalesce(t.claims_total, -1) as claims_total, coalesce(t.charge_cents, 0) as charge_cents,
                coalesce(s.claims, 0) as claims, coalesce(s.cents, 0) as cents
            from outbound_sets t
            full join (select s.outbound_id, s.set_control, count(*) as claims, sum(c.charge_cents) as cents
                from submissions s join claims c on c.id = s.claim_id group by 1, 2) s
                on s.outbound_id = t.outbound_id and s.set_control = t.set_control
            order by 1, 2""";

    void check(Audit audit, Tally tally) throws SQLException, IOException {
        audit.each(
                SENT_WITHOUT_INTERCHANGE,
                row -> tally.breach(
                        "claim %s is %s, but its interchange %s is %s",
                        row.getString("id"),
                        row.getString("state"),
                        row.getString("outbound_id"),
                        row.getString("outbound_state")));
        audit.each(
                LEFT_BEHIND,
                row -> tally.breach(
                        "claim %s is %s, but its interchange %s is SENT",
                        row.getString("id"), row.getString("state"), row.getString("outbound_id")));
        audit.each(INTERCHANGES, row -> {
            tally.checked();
            String what = "interchange " + row.getString("id");
            long claims = row.getLong("claims_total");
            long cents = row.getLong("charge_cents");
            compare(what, claims, cents, row.getLong("claims"), row.getLong("cents"), "its submissions", tally);
            compare(what, claims, cents, row.getLong("set_claims"), row.getLong("set_cents"), "its sets", tally);
        });
        audit.each(SETS, row -> {
            tally.checked();
            String what = "set %s of interchange %s".formatted(row.getString("control"), row.getString("outbound_id"));
            long claims = row.getLong("claims_total");
            if (claims < 0) {
                tally.breach(
                        "%s: %d claims were submitted in it, but it is not in the ledger", what, row.getLong("claims"));
                return;
            }
            compare(
                    what,
                    claims,
                    row.getLong("charge_cents"),
                    row.getLong("claims"),
                    row.getLong("cents"),
                    "its submissions",
                    tally);
        });
    }

    private static void compare(
            String what, long claims, long cents, long otherClaims, long otherCents, String other, Tally tally) {
        if (claims != otherClaims || cents != otherCents) {
            tally.breach(
                    "%s: it says %d claims with %s, %s say %d with %s",
                    what, claims, Cents.text(cents), other, otherClaims, Cents.text(otherCents));
        }
    }
}
