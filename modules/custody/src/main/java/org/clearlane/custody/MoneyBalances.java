package org.clearlane.custody;

import java.io.IOException;
import java.sql.SQLException;

/**
 * I8: every remittance that counts balances at line, claim and payment, or an event says who let it count; is what its
 * bytes say, and is shared out to the cent; one that does not count moves no money, save by a person's word on record; and each claim
 * was paid what its payments add up to.
 */
final class MoneyBalances implements Invariant {

    private static final String PAYMENTS =
            """
            select r.id, r.amount_cents, r.claims_cents, r.provider_cents, r.difference_cents,
                coalesce(c.cents, 0) as claims, coalesce(p.cents, 0) as provider,
                coalesce(s.parts, 0) as parts, coalesce(s.amount, 0) as parts_amount,
                coalesce(s.claims, 0) as parts_claims, coalesce(s.provider, 0) as parts_provider,
                exists (select from remittance_events e where e.remittance_id = r.id and e.kind = 'UNBALANCED_ALLOWED') as allowed
            from remittances r
            left join (select remittance_id, sum(paid_cents) as cents from claim_payments group by 1) c
                on c.remittance_id = r.id
            left join (select remittance_id, sum(amount_cents) as cents from provider_adjustments group by 1) p
                on p.remittance_id = r.id
            left join (select remittance_id, count(*) as parts, sum(amount_cents) as amount, sum(claims_cents) as claims,
                    sum(provider_cents) as provider from remittance_parts group by 1) s on s.remittance_id = r.id
            where r.state = 'POSTED' order by r.id""";

    private static final String CLAIMS =
            """
            select c.id, c.remittance_id, c.charge_cents - coalesce(a.cents, 0) as expected, c.paid_cents
            from claim_payments c
            join remittances r on r.id = c.remittance_id and r.state = 'POSTED'
            left join (select claim_payment_id, sum(amount_cents) as cents from adjustments group by 1) a
                on a.claim_payment_id = c.id
            where c.charge_cents - coalesce(a.cents, 0) <> c.paid_cents
                and not exists (select from remittance_events e where e.remittance_id = r.id and e.kind = 'UNBALANCED_ALLOWED') order by c.id""";

    private static final String LINES =
            """
            select l.claim_payment_id, l.ordinal, l.charge_cents - coalesce(a.cents, 0) as expected, l.paid_cents
            from line_payments l
            join claim_payments c on c.id = l.claim_payment_id
            join remittances r on r.id = c.remittance_id and r.state = 'POSTED'
            left join (select claim_payment_id, line_ordinal, sum(amount_cents) as cents from adjustments
                    where line_ordinal is not null group by 1, 2) a
                on a.claim_payment_id = l.claim_payment_id and a.line_ordinal = l.ordinal
            where l.charge_cents - coalesce(a.cents, 0) <> l.paid_cents
                and not exists (select from remittance_events e where e.remittance_id = r.id and e.kind = 'UNBALANCED_ALLOWED') order by 1, 2""";

    /** Where no adjustment stands at the claim, its lines are paid what it is paid. */
    private static final String LINES_OF_CLAIMS =
            """
            select c.id, c.remittance_id, sum(l.paid_cents) as expected, c.paid_cents
            from claim_payments c
            join remittances r on r.id = c.remittance_id and r.state = 'POSTED'
            join line_payments l on l.claim_payment_id = c.id
            where not exists (select from adjustments a where a.claim_payment_id = c.id and a.line_ordinal is null)
                and not exists (select from remittance_events e where e.remittance_id = r.id and e.kind = 'UNBALANCED_ALLOWED')
            group by c.id, c.remittance_id, c.paid_cents having sum(l.paid_cents) <> c.paid_cents order by c.id""";

    /** The same words about one claim count once, whatever remittances they came in. */
    private static final String SAID_TWICE =
            """
            select claim_id, count(*) as times, string_agg(id, ', ' order by id) as ids from claim_payments
            where posted and print <> '' group by claim_id, print having count(*) > 1 order by claim_id""";

    private static final String POSTED_UNCOUNTED =
            """
            select r.id, r.state, count(*) as payments from remittances r
            join claim_payments c on c.remittance_id = r.id and c.posted
            where r.state <> 'POSTED' group by r.id, r.state order by r.id""";

    private static final String TWICE =
            """
            select payer_id, count(*) as times, string_agg(id, ', ' order by id) as ids from remittances
            where state = 'POSTED' and amount_cents <> 0 group by payer_id, trace, amount_cents, payee_npi, payee_tax_id
            having count(*) > 1 order by 3""";

    private static final String CLAIM_TOTALS =
            """
            select coalesce(c.id, p.claim_id) as id, coalesce(c.paid_cents, 0) as paid_cents,
                coalesce(p.cents, 0) as expected
            from claims c
            full join (select claim_id, sum(paid_cents) as cents from claim_payments where posted group by 1) p
                on p.claim_id = c.id
            where coalesce(c.paid_cents, 0) <> coalesce(p.cents, 0) order by 1""";

    /** A held payment that a person let count counts once, as the same money with the same difference, by a word on record. */
    private static final String ACCEPTED =
            """
            select coalesce(h.id, a.accepted_from) as held, coalesce(a.id, h.counts_as, 'nothing') as counting,
                coalesce(a.difference_cents, h.difference_cents) as difference,
                (select min(e.actor) from remittance_events e where e.remittance_id = h.id and e.kind = 'ACCEPTED') as actor,
                coalesce(h.state = 'ACCEPTED' and a.state = 'POSTED' and h.counts_as = a.id and h.answer_id = a.answer_id
                    and h.set_ordinal = a.set_ordinal and h.amount_cents = a.amount_cents and h.trace = a.trace
                    and abs(h.difference_cents) = abs(a.difference_cents), false) as same
            from (select * from remittances where state = 'ACCEPTED') h
            full join (select * from remittances where accepted_from is not null) a on a.accepted_from = h.id
            order by 1""";

    @Override
    public String id() {
        return "I8";
    }

    @Override
    public String title() {
        return "every payment that counts balances and is shared out to the cent";
    }

    @Override
    public void check(Audit audit, Tally tally) throws SQLException, IOException {
        checkPayments(audit, tally);
        tally.checked(audit.number("select count(*) from claim_payments"));
        audit.each(
                CLAIMS,
                row -> tally.breach(
                        "remittance %s, claim payment %s: charge less adjustments is %s, paid is %s",
                        row.getString("remittance_id"),
                        row.getString("id"),
                        Cents.text(row.getLong("expected")),
                        Cents.text(row.getLong("paid_cents"))));
        audit.each(
                LINES,
                row -> tally.breach(
                        "claim payment %s, line %d: charge less adjustments is %s, paid is %s",
                        row.getString("claim_payment_id"),
                        row.getInt("ordinal"),
                        Cents.text(row.getLong("expected")),
                        Cents.text(row.getLong("paid_cents"))));
        audit.each(
                LINES_OF_CLAIMS,
                row -> tally.breach(
                        "remittance %s, claim payment %s: its lines are paid %s, it is paid %s",
                        row.getString("remittance_id"),
                        row.getString("id"),
                        Cents.text(row.getLong("expected")),
                        Cents.text(row.getLong("paid_cents"))));
        audit.each(
                SAID_TWICE,
                row -> tally.breach(
                        "claim %s: the same payment counts %d times (%s)",
                        row.getString("claim_id"), row.getLong("times"), row.getString("ids")));
        audit.each(
                POSTED_UNCOUNTED,
                row -> tally.breach(
                        "remittance %s is %s, but %d of its claim payments are posted",
                        row.getString("id"), row.getString("state"), row.getLong("payments")));
        audit.each(
                TWICE,
                row -> tally.breach(
                        "payer %s: the same payment is posted %d times (%s)",
                        row.getString("payer_id"), row.getLong("times"), row.getString("ids")));
        audit.each(
                CLAIM_TOTALS,
                row -> tally.breach(
                        "claim %s: it says %s was paid, its posted payments add up to %s",
                        row.getString("id"),
                        Cents.text(row.getLong("paid_cents")),
                        Cents.text(row.getLong("expected"))));
        audit.each(ACCEPTED, row -> {
            tally.checked();
            String held = row.getString("held");
            String actor = row.getString("actor");
            if (!row.getBoolean("same") || actor == null) {
                tally.breach(
                        "remittance %s: it was held and counts as %s, which is not the same money by somebody's word on record",
                        held, row.getString("counting"));
            } else {
                tally.warn(
                        "remittance %s counts although it is off by %s: it was held as %s, and %s accepted it",
                        row.getString("counting"), Cents.text(row.getLong("difference")), held, actor);
            }
        });
        new PaymentBytes().check(audit, tally);
    }

    private static void checkPayments(Audit audit, Tally tally) throws SQLException, IOException {
        audit.each(PAYMENTS, row -> {
            tally.checked();
            String id = row.getString("id");
            long amount = row.getLong("amount_cents");
            long claims = row.getLong("claims_cents");
            long provider = row.getLong("provider_cents");
            expect(tally, id, "its claims were paid", row.getLong("claims"), "claims_cents says", claims);
            expect(tally, id, "its provider adjustments are", row.getLong("provider"), "provider_cents says", provider);
            if (!row.getBoolean("allowed")) {
                expect(tally, id, "claims less provider adjustments are", claims - provider, "its amount is", amount);
                expect(tally, id, "it counts although it is off by", row.getLong("difference_cents"), "not", 0);
            }
            if (row.getLong("parts") > 0 || amount != 0 || claims != 0 || provider != 0) {
                expect(tally, id, "its parts have amounts of", row.getLong("parts_amount"), "it has", amount);
                expect(tally, id, "its parts pay claims", row.getLong("parts_claims"), "it pays", claims);
                expect(tally, id, "its parts adjust by", row.getLong("parts_provider"), "it adjusts by", provider);
            }
        });
    }

    private static void expect(Tally tally, String id, String what, long one, String against, long other) {
        if (one != other) {
            tally.breach("remittance %s: %s %s, %s %s", id, what, Cents.text(one), against, Cents.text(other));
        }
    }
}
