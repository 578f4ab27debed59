package org.clearlane.app.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.clearlane.store.Ids;
import org.clearlane.store.Sql;
import org.clearlane.store.database.Database;
import org.clearlane.store.database.DatabaseSecrets;
import org.clearlane.store.database.Upkeep;

/**
 * Two years of two practices, written into a ledger row by row as the journey would have left them: files of fifty claims,
 * one interchange a payer every few days, answered by 999, 277CA and 835. Numbers stand in for chance, so that every run
 * has the same rows. What triggers keep beside them is kept; the archive holds none of the bytes.
 */
final class GeneratedLedger {

    static final List<String> PRACTICES = List.of("bench-lakeside", "bench-harbor");
    static final List<String> PAYERS =
            List.of("bench-aspen", "bench-birch", "bench-cedar", "bench-dogwood", "bench-elm", "bench-fir");
    private static final int MONTHS = 24;

    /** A number as our identifiers write it, and an identifier of a moment. */
    private static final String IDS =
            """
            create function pg_temp.b32(v bigint, len integer) returns text language plpgsql immutable as $$
            declare t text := '';
            begin
                for i in 1 .. len loop
                    t := substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', (v & 31)::integer + 1, 1) || t;
                    v := v >> 5;
                end loop;
                return t;
            end $$;
            create function pg_temp.id(prefix text, at timestamptz, tail bigint) returns text language sql immutable as $$
                select prefix || pg_temp.b32((extract(epoch from at) * 1000)::bigint, 10) || pg_temp.b32(tail, 6) $$;""";

    /** One row a claim, from which everything else follows. */
    private static final String TO_BE_MADE =
            """
            create temporary table made (n integer, f integer, r integer, practice_id text, payer_id text, charge_cents bigint,
                received_at timestamptz, id text collate "C", file_id text collate "C", set_id text collate "C",
                outbound_id text collate "C", state text) on commit drop;""";

    private static final String MADE =
            """
            insert into made
            select n, (n - 1) / 50, n::bigint * 7919 % 1000, (?::text[])[(n - 1) / 50 % 2 + 1],
                (?::text[])[least(5, n::bigint * 31 % 97 / 12) + 1], 2500 + n::bigint * 104729 % 90000,
                ?::timestamptz - interval '730 days' * (1 - ((n - 1) / 50 + 1) * 50.0 / ?)
            from generate_series(1, ?) n""";

    /** Half a percent is held, a sixth refused by somebody. */
    private static final String FATES =
            """
            update made set id = pg_temp.id('clm_', received_at, n), file_id = pg_temp.id('file_', received_at, f),
                set_id = pg_temp.id('set_', received_at, f),
                state = case when r < 50 then 'REJECTED_CLAIM' when r < 55 then 'HELD'
                    when received_at > now() - interval '5 days' then 'SENT'
                    when r < 80 then 'PAYER_REJECTED'
                    when received_at > now() - interval '20 days' then 'PAYER_ACCEPTED'
                    when r < 90 then 'PAYER_ACCEPTED' when r < 150 then 'DENIED' when r < 230 then 'PARTLY_PAID'
                    when r < 235 then 'REVERSED' else 'PAID' end;
            update made m set outbound_id = pg_temp.id('ich_', b.at, b.number)
            from (select f / 12 as round, payer_id, max(received_at) as at, row_number() over (order by f / 12, payer_id) as number
                from made group by 1, 2) b
            where b.round = m.f / 12 and b.payer_id = m.payer_id and state not in ('REJECTED_CLAIM', 'HELD');
            create index on made (outbound_id);
            analyze made;""";

    private static final String HANDED_IN =
            """
            insert into files (id, practice_id, door, original_name, arrival, format, sha256, size_bytes, archive_key, state, verdict,
                claims_total, claims_accepted, claims_rejected, claims_held, charge_cents, received_at, judged_at)
            select file_id, practice_id, 'folder', 'claims-' || to_char(received_at, 'YYYYMMDD') || '-' || f || '.edi', 'bench ' || f,
                'X12', md5(f::text) || md5('b' || f), 40000, 'bench/' || f, 'JUDGED',
                case when bool_or(state = 'REJECTED_CLAIM') then 'PARTIAL' else 'ACCEPTED' end, count(*),
                count(*) filter (where state not in ('REJECTED_CLAIM', 'HELD')), count(*) filter (where state = 'REJECTED_CLAIM'),
                count(*) filter (where state = 'HELD'), sum(charge_cents), received_at, received_at
            from made group by file_id, practice_id, f, received_at;
            insert into interchanges (id, file_id, practice_id, ordinal, sender, receiver, control, usage, separators)
            select pg_temp.id('int_', received_at, f), file_id, practice_id, 1, 'BENCH', 'CLEARLANE', f::text, 'P', '\\x2a3a5e7e'
            from (select distinct f, file_id, practice_id, received_at from made) m;
            insert into transaction_sets (id, interchange_id, file_id, practice_id, group_control, version, set_control, bht03, bht06,
                kind, claims_total, charge_cents)
            select set_id, pg_temp.id('int_', received_at, f), file_id, practice_id, '1', '005010X222A1', '0001', 'B' || f, 'CH', '837P',
                count(*), sum(charge_cents)
            from made group by set_id, received_at, f, file_id, practice_id;
            insert into claims (id, practice_id, file_id, set_id, ordinal, patient_control_number, charge_cents, frequency,
                payer_claim_number, billing_npi, tax_id, payer_code, payer_id, service_from, service_to, test, position,
                provider_offset, provider_length, subscriber_offset, subscriber_length, claim_offset, claim_length, state,
                hold_reason, outbound_id, paid_cents, patient_cents, received_at, state_since)
            select id, practice_id, file_id, set_id, (n - 1) % 50 + 1, 'PCN-' || lpad(n::text, 7, '0'), charge_cents, '1', '', '2000000010',
                '990000001', payer_id, payer_id, received_at::date - 3, received_at::date - 3, false, 20, 0, 0, 0, 0, 1000, 0, state,
                case when state = 'HELD' then 'no payer of that id' end, outbound_id,
                case state when 'PAID' then charge_cents * 8 / 10 when 'PARTLY_PAID' then charge_cents / 3 else 0 end,
                case when state in ('PAID', 'PARTLY_PAID') then charge_cents / 10 else 0 end, received_at,
                received_at + case when state in ('REJECTED_CLAIM', 'HELD') then interval '0' else interval '14 days' end
            from made order by id;
            insert into findings (file_id, ordinal, practice_id, claim_id, set_id, code, snip, severity, loop, segment, position,
                element, component, repeat, byte_offset, ik3, ik4, ik5, value, message, mend)
            select file_id, n, practice_id, id, set_id, (array['claim.charge.sum', 'diagnosis.code.known', 'npi.check.digit'])[n % 3 + 1], 5,
                'ERROR', '2300', (array['CLM', 'HI', 'NM1'])[n % 3 + 1], 22, 2, 0, 0, 0, '', '', '', '100.00',
                'What stands here does not agree with the rest of the claim.', 'Look the value up and write it as the other place has it.'
            from made where state = 'REJECTED_CLAIM' or n % 20 = 0;""";

    private static final String SENT =
            """
            insert into outbound_interchanges (id, payer_id, control, group_control, usage, name, payload_id, archive_key, sha256,
                size_bytes, claims_total, charge_cents, state, attempts, created_at, sent_at, ta1_code)
            select outbound_id, payer_id, row_number() over (order by outbound_id), 1, 'P', outbound_id || '.edi', gen_random_uuid(),
                'bench/' || outbound_id, md5(outbound_id), 60000, count(*), sum(charge_cents), 'SENT', 1, max(received_at),
                max(received_at), 'A'
            from made where outbound_id is not null group by outbound_id, payer_id;
            insert into outbound_sets (outbound_id, set_control, bht03, claims_total, charge_cents, ack)
            select id, '0001', id, claims_total, charge_cents, 'A' from outbound_interchanges;
            insert into submissions (claim_id, outbound_id, practice_id, set_control, position)
            select id, outbound_id, practice_id, '0001', n from made where outbound_id is not null;
            insert into answers (id, payer_id, original_name, sha256, size_bytes, archive_key, kinds, state, received_at, applied_at)
            select 'ans_' || substr(o.id, 5) || k.n, o.payer_id, k.kind || '-' || o.id || '.edi', md5(k.kind || o.id), 9000,
                'bench/' || k.kind || o.id, k.kind, 'APPLIED', o.created_at + k.n * interval '1 day', o.created_at + k.n * interval '1 day'
            from outbound_interchanges o cross join (values (1, '999'), (2, '277CA'), (9, '835')) as k (n, kind);
            insert into answer_items (answer_id, ordinal, kind, reference, statement, outcome, claim_id, outbound_id, practice_id)
            select 'ans_' || substr(outbound_id, 5) || k.n, m.n, k.kind, m.id, k.statement, 'APPLIED', m.id, outbound_id, practice_id
            from made m cross join (values (2, '277CA', 'A2:20'), (9, '835', '1')) as k (n, kind, statement)
            where outbound_id is not null and (k.n = 2 or state in ('PAID', 'PARTLY_PAID', 'DENIED', 'REVERSED'));""";

    private static final String MOVED =
            """
            insert into claim_events (claim_id, practice_id, at, from_state, to_state, cause, actor, evidence, detail)
            select m.id, practice_id, received_at + e.step * interval '1 day', e.from_state, coalesce(e.to_state, m.state), e.cause,
                e.actor, file_id, e.detail
            from made m cross join (values
                (0, 'RECEIVED', 'QUEUED', 'judged', 'clearlane', ''), (0, 'RECEIVED', null, 'judged', 'clearlane', ''),
                (1, 'QUEUED', 'BATCHED', 'batched', 'clearlane', ''), (1, 'BATCHED', 'SENT', 'sent', 'clearlane', ''),
                (2, 'SENT', 'ACKED_999', '999', 'payer', ''), (3, 'ACKED_999', 'PAYER_ACCEPTED', '277CA', 'payer', 'A2:20'),
                (3, 'ACKED_999', 'PAYER_REJECTED', '277CA', 'payer', 'A3:21'), (14, 'PAYER_ACCEPTED', null, '835', 'payer', ''))
                as e (step, from_state, to_state, cause, actor, detail)
            where case
                when m.state in ('REJECTED_CLAIM', 'HELD') then e.step = 0 and e.to_state is null
                when m.state = 'SENT' then e.step < 2 and e.to_state is not null
                when m.state = 'PAYER_REJECTED' then e.to_state is not null and e.to_state <> 'PAYER_ACCEPTED'
                when m.state = 'PAYER_ACCEPTED' then e.to_state is not null and e.to_state <> 'PAYER_REJECTED'
                else e.step = 14 or e.to_state is not null and e.to_state <> 'PAYER_REJECTED' end
            order by m.id, e.step;""";

    private static final String PAID =
            """
            create temporary table paid on commit drop as
            select m.*, 'era_' || substr(outbound_id, 5) as remittance_id, pg_temp.id('pay_', received_at + interval '14 days', n) as payment_id,
                case state when 'PAID' then charge_cents * 8 / 10 when 'PARTLY_PAID' then charge_cents / 3 else 0 end as paid_cents
            from made m where state in ('PAID', 'PARTLY_PAID', 'DENIED', 'REVERSED');
            insert into remittances (id, answer_id, payer_id, set_control, trace, payer_tax_id, payer_name, payee_name, payee_npi,
                payee_tax_id, amount_cents, claims_cents, provider_cents, method, paid_on, state, difference_cents, received_at)
            select remittance_id, 'ans_' || substr(outbound_id, 5) || 9, payer_id, '0001', 'TRC' || substr(outbound_id, 5), '390000001',
                payer_id, 'BENCH', '2000000010', '990000001', sum(paid_cents), sum(paid_cents), 0, 'ACH',
                max(received_at)::date + 14, 'POSTED', 0, max(received_at) + interval '14 days'
            from paid group by remittance_id, outbound_id, payer_id;
            insert into claim_payments (id, remittance_id, ordinal, practice_id, claim_id, patient_control_number, status, charge_cents,
                paid_cents, patient_cents, patient_share_cents, payer_control_number, rendering_npi, service_from, contractual_cents,
                other_cents, decision, outcome, posted, matched_by)
            select payment_id, remittance_id, n, practice_id, id, 'PCN-' || lpad(n::text, 7, '0'), case state when 'DENIED' then '4' else '1' end,
                charge_cents, paid_cents, charge_cents / 10, charge_cents / 10, 'P' || n, '2000000028', '', charge_cents - paid_cents
                - charge_cents / 10, 0, state, 'POSTED', true, 'CLAIM_ID'
            from paid;
            insert into line_payments (claim_payment_id, ordinal, practice_id, qualifier, procedure, modifiers, charge_cents, paid_cents,
                units, service_date, line_control_number, remarks)
            select payment_id, 1, practice_id, 'HC', '99213', '', charge_cents, paid_cents, '1', '', '', '' from paid;
            insert into adjustments (claim_payment_id, ordinal, line_ordinal, practice_id, group_code, reason, amount_cents, quantity)
            select payment_id, a.ordinal, 1, practice_id, a.group_code,
                case when a.group_code = 'CO' and state = 'DENIED' then (array['50', '96', '29', '16'])[n % 4 + 1] else a.reason end,
                case a.group_code when 'PR' then charge_cents / 10 else charge_cents - paid_cents - charge_cents / 10 end, ''
            from paid cross join (values (1, 'CO', '45'), (2, 'PR', '3')) as a (ordinal, group_code, reason);
            insert into remittance_parts (remittance_id, part, practice_id, amount_cents, claims_cents, provider_cents)
            select remittance_id, practice_id, practice_id, sum(paid_cents), sum(paid_cents), 0 from paid group by 1, 2, 3;
            insert into practice_remittances (practice_id, remittance_id, payer_id, payer_name, trace, method, paid_on, state,
                difference_cents, amount_cents, own_cents, own_claims, claims_total, received_at)
            select p.practice_id, r.id, r.payer_id, r.payer_name, r.trace, r.method, r.paid_on, r.state, 0, r.amount_cents, p.cents, p.claims,
                p.claims, r.received_at
            from (select practice_id, remittance_id, sum(paid_cents) as cents, count(*) as claims from paid group by 1, 2) p
            join remittances r on r.id = p.remittance_id;""";

    private static final String BESIDE =
            """
            insert into deliveries (id, practice_id, kind, name, archive_key, sha256, size_bytes, file_id, created_at, delivered_at)
            select 'dlv_' || substr(f.id, 6) || k.n, f.practice_id, k.kind, f.original_name || '.' || k.kind, 'bench/' || k.kind || f.id,
                md5(k.kind || f.id), 900, f.id, f.received_at, f.received_at
            from files f cross join (values (1, 'TA1'), (2, '999'), (3, '277CA')) as k (n, kind);
            insert into worklist (kind, subject, practice_id, payer_id, message, amount_cents, created_at, resolved_at)
            select (array['UNMATCHED_PAYMENT', 'DUPLICATE_PAYMENT', 'MISSING_ERA', 'MISSING_EFT'])[n % 4 + 1], 'bench ' || n, practice_id,
                payer_id, 'Somebody has to look at this.', charge_cents, received_at, case when n % 3 = 0 then received_at end
            from made where n % 20 = 7;
            insert into claim_assignments (claim_id, practice_id, person_id, person_name, changed_at)
            select id, practice_id, null, 'Bea Biller', received_at from made where state in ('REJECTED_CLAIM', 'DENIED') and n % 5 = 0;
            insert into audit (seq, at, actor, role, practice_id, action, subject, outcome, detail, address, hash)
            select h.seq + row_number() over (order by n), received_at, 'usr_bench', 'BILLER', practice_id, 'claim.open', id, 'SEEN', '',
                '127.0.0.1', md5(n::text)
            from made cross join audit_head h where n % 2 = 0;
            update audit_head set seq = (select max(seq) from audit);
            insert into outbox (queue, subject, created_at, available_at, relayed_at, attempts, problem, parked_at, done_at)
            select 'send.' || payer_id, outbound_id, received_at, received_at, received_at, 1, case when n % 500 = 0 then 'the payer does not answer' end,
                case when n % 500 = 0 then received_at end, case when n % 500 <> 0 then received_at end
            from made where n % 4 = 0 and outbound_id is not null;""";

    private final Database database;
    private final DatabaseSecrets secrets;

    /** A ledger to be filled, with the passwords of its roles. */
    GeneratedLedger(Database database, DatabaseSecrets secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    /** Writes all rows in one transaction, then lets the database look at what it has. */
    void fill(int claims, Instant until) throws SQLException {
        try (Connection connection = database.pipeline().getConnection();
                Statement statement = connection.createStatement()) {
            months(connection, until);
            statement.execute(IDS);
            statement.execute(TO_BE_MADE);
            String[] practices = PRACTICES.toArray(String[]::new);
            Sql.update(connection, MADE, practices, PAYERS.toArray(String[]::new), until, claims, claims);
            for (String each : List.of(FATES, HANDED_IN, SENT, MOVED, PAID, BESIDE)) {
                statement.execute(each);
            }
            connection.commit();
            Upkeep.settle(connection.getMetaData().getURL(), secrets);
        }
    }

    private static void months(Connection connection, Instant until) throws SQLException {
        YearMonth last = YearMonth.from(until.atZone(ZoneOffset.UTC));
        for (int i = 0; i <= MONTHS; i++) {
            YearMonth month = last.minusMonths(i);
            Sql.first(
                    connection,
                    "select ensure_month_partitions(?, ?, ?)",
                    row -> null,
                    DateTimeFormatter.ofPattern("yyyyMM").format(month),
                    stamp(month),
                    stamp(month.plusMonths(1)));
        }
    }

    private static String stamp(YearMonth month) {
        return Ids.stamp(month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
