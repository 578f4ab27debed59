package org.clearlane.store.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.clearlane.model.Money;
import org.clearlane.store.Sql;
import org.clearlane.store.ledger.Ledger.Tx;

/**
 * Figures over all claims and payments, for pages that must not add up a hundred thousand rows each time. Each is kept by
 * practice and payer, and once more over all practices. Claims marked as a test are in none.
 */
public final class FigureLedger {

    /** A claim with what its posted payments say, and the sums of their adjustments by group. */
    private static final String MONTHS =
            """
            with paid as (
                select claim_id, sum(charge_cents) as charge, sum(paid_cents) as paid,
                    count(*) filter (where status <> '22') as payments, bool_or(status = '22') as reversed,
                    (array_agg(decision order by id) filter (where status <> '22'))[1] as first
                from claim_payments where posted group by claim_id),
            adjusted as (
                select p.claim_id, coalesce(sum(a.amount_cents) filter (where a.group_code = 'CO'), 0) as co,
                    coalesce(sum(a.amount_cents) filter (where a.group_code = 'OA'), 0) as oa,
                    coalesce(sum(a.amount_cents) filter (where a.group_code = 'PI'), 0) as pi,
                    coalesce(sum(a.amount_cents) filter (where a.group_code = 'PR'), 0) as pr,
                    coalesce(sum(a.amount_cents) filter (where a.group_code not in ('CO', 'OA', 'PI', 'PR')), 0) as other
                from adjustments a join claim_payments p on p.id = a.claim_payment_id where p.posted group by p.claim_id),
            known as (
                select c.practice_id, coalesce(c.payer_id, c.payer_code) as payer,
                    date_trunc('month', c.received_at at time zone 'UTC')::date as month, c.charge_cents, c.state,
                    c.patient_cents, p.charge, p.paid, a.co, a.oa, a.pi, a.pr, a.other,
                    c.state in ('REJECTED_FILE', 'REJECTED_CLAIM', 'REJECTED_999', 'PAYER_REJECTED') as refused,
                    c.state in ('SENT', 'ACKED_999', 'PAYER_ACCEPTED') as open,
                    p.claim_id is not null as decided, coalesce(p.first = 'DENIED', false) as denied_first,
                    c.state in ('PAID', 'PARTLY_PAID') and p.payments = 1 and not p.reversed and c.frequency = '1'
                        and not exists (select from claim_events e
                            where e.claim_id = c.id and e.to_state in ('PAYER_REJECTED', 'REJECTED_999')) as first_pass
                from claims c left join paid p on p.claim_id = c.id left join adjusted a on a.claim_id = c.id
                where c.received_at >= ? and not c.test)
            insert into money_months (practice_id, payer_id, month, claims, charge_cents, refused, open_claims, open_cents,
                decided, decided_cents, co_cents, oa_cents, pi_cents, pr_cents, other_cents, paid_cents, denied_first,
                first_pass, patient_claims, patient_cents, computed_at)
            select practice_id, payer, month, count(*), sum(charge_cents), count(*) filter (where refused),
                count(*) filter (where open), coalesce(sum(charge_cents) filter (where open), 0),
                count(*) filter (where decided), coalesce(sum(charge), 0), coalesce(sum(co), 0), coalesce(sum(oa), 0),
                coalesce(sum(pi), 0), coalesce(sum(pr), 0), coalesce(sum(other), 0), coalesce(sum(paid), 0),
                count(*) filter (where denied_first), count(*) filter (where first_pass),
                count(*) filter (where patient_cents > 0), coalesce(sum(patient_cents) filter (where patient_cents > 0), 0), ?
            from known group by grouping sets ((practice_id, payer, month), (payer, month))
            on conflict (practice_id, payer_id, month) do update set claims = excluded.claims,
                charge_cents = excluded.charge_cents, refused = excluded.refused, open_claims = excluded.open_claims,
                open_cents = excluded.open_cents, decided = excluded.decided, decided_cents = excluded.decided_cents,
                co_cents = excluded.co_cents, oa_cents = excluded.oa_cents, pi_cents = excluded.pi_cents,
                pr_cents = excluded.pr_cents, other_cents = excluded.other_cents, paid_cents = excluded.paid_cents,
                denied_first = excluded.denied_first, first_pass = excluded.first_pass,
                patient_claims = excluded.patient_claims, patient_cents = excluded.patient_cents,
                computed_at = excluded.computed_at""";

    private static final String AGES =
            """
            insert into money_ages (practice_id, payer_id, bucket, claims, charge_cents, computed_at)
            select practice_id, payer, bucket, count(*), sum(charge_cents), ? from (
                select c.practice_id, coalesce(c.payer_id, c.payer_code) as payer, c.charge_cents, least(3, greatest(0,
                    (?::date - (coalesce(o.sent_at, c.state_since) at time zone 'UTC')::date - 1) / 30)) as bucket
                from claims c left join outbound_interchanges o on o.id = c.outbound_id
                where c.state in ('SENT', 'ACKED_999', 'PAYER_ACCEPTED') and not c.test) open
            group by grouping sets ((practice_id, payer, bucket), (payer, bucket))
            on conflict (practice_id, payer_id, bucket) do update set claims = excluded.claims,
                charge_cents = excluded.charge_cents, computed_at = excluded.computed_at""";

    private static final String DAYS =
            """
            insert into money_days (practice_id, payer_id, claims, median_days, ninetieth_days, computed_at)
            select practice_id, payer, count(*), percentile_disc(0.5) within group (order by days),
                percentile_disc(0.9) within group (order by days), ?
            from (
                select c.practice_id, coalesce(c.payer_id, c.payer_code) as payer, greatest(0,
                    min(coalesce(r.paid_on, (r.received_at at time zone 'UTC')::date))
                        - (c.received_at at time zone 'UTC')::date) as days
                from claims c
                join claim_payments p on p.claim_id = c.id and p.posted and p.paid_cents > 0
                join remittances r on r.id = p.remittance_id
                where c.received_at >= ? and not c.test
                group by c.id, c.practice_id, coalesce(c.payer_id, c.payer_code), c.received_at) paid
            group by grouping sets ((practice_id, payer), (payer))
            on conflict (practice_id, payer_id) do update set claims = excluded.claims, median_days = excluded.median_days,
                ninetieth_days = excluded.ninetieth_days, computed_at = excluded.computed_at""";

    private static final String REASONS =
            """
            select c.practice_id, c.payer_id, a.group_code, a.reason, count(distinct c.id) as claims, sum(a.amount_cents) as cents
            from claims c
            join lateral (select max(q.id) as id from claim_payments q
                where q.claim_id = c.id and q.posted and q.status <> '22') p on true
            join adjustments a on a.claim_payment_id = p.id and a.amount_cents > 0
            where c.state in ('DENIED', 'PARTLY_PAID') and c.received_at >= ? and not c.test
            group by grouping sets ((c.practice_id, c.payer_id, a.group_code, a.reason), (c.payer_id, a.group_code, a.reason))
            order by 1, 2, 3, 4""";

    /**
     * Amounts that were not paid for one reason.
     *
     * @param practiceId null for all practices together
     */
    public record Reason(String practiceId, String payerId, String group, String reason, long claims, Money amount) {}

    private FigureLedger() {}

    /** Lets one round at a time work them out; false while another one does. */
    public static boolean begin(Tx tx) throws SQLException {
        return Sql.first(tx.connection(), "select pg_try_advisory_xact_lock(7108, 1)", row -> row.getBoolean(1))
                .orElse(false);
    }

    /** When they were worked out last. */
    public static Optional<Instant> computedAt(Tx tx) throws SQLException {
        return Sql.first(
                tx.connection(), "select max(computed_at) as at from money_months", row -> Sql.instant(row, "at"));
    }

    /** Works out sums, ages and days of claims received since then. */
    public static void sums(Tx tx, Instant since, LocalDate today) throws SQLException {
        Sql.update(tx.connection(), MONTHS, since, tx.now());
        Sql.update(tx.connection(), AGES, tx.now(), today);
        Sql.update(tx.connection(), DAYS, tx.now(), since);
    }

    /** What was not paid, by reason, of claims received since then that stand denied or paid in part. */
    public static List<Reason> reasons(Tx tx, Instant since) throws SQLException {
        return Sql.list(
                tx.connection(),
                REASONS,
                row -> new Reason(
                        row.getString("practice_id"),
                        row.getString("payer_id"),
                        row.getString("group_code"),
                        row.getString("reason"),
                        row.getLong("claims"),
                        new Money(row.getLong("cents"))),
                since);
    }

    /** Keeps a reason for which money was refused. */
    public static void refused(Tx tx, Reason reason) throws SQLException {
        Sql.update(
                tx.connection(),
                """
                insert into money_denials (practice_id, payer_id, group_code, reason, claims, amount_cents, computed_at)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (practice_id, payer_id, group_code, reason) do update set claims = excluded.claims,
                    amount_cents = excluded.amount_cents, computed_at = excluded.computed_at""",
                reason.practiceId(),
                reason.payerId(),
                reason.group(),
                reason.reason(),
                reason.claims(),
                reason.amount().cents(),
                tx.now());
    }
}
