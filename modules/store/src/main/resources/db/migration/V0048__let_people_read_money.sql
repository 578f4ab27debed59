-- What people are shown of money: which practice may read which remittance, a held one that a person let count, and when
-- custody was last checked.

-- A held payment that counts after all is entered anew, whole, as another remittance; what was held stays as it was.
alter table remittances
    add column accepted_from text collate "C" references remittances,  -- the held one that this one lets count
    add column counts_as text collate "C" references remittances;      -- the one as which this held one counts
alter table remittances drop constraint remittances_state_check;
alter table remittances add constraint remittances_state_check
    check (state in ('POSTED', 'UNBALANCED', 'DUPLICATE', 'UNREADABLE', 'ACCEPTED'));
alter table remittances add constraint remittances_accepted_counts_elsewhere
    check ((state = 'ACCEPTED') = (counts_as is not null));
create unique index remittances_accepted_once on remittances (accepted_from) where accepted_from is not null;
create index remittances_by_payer on remittances (payer_id, id desc);
create index remittances_not_posted on remittances (state, id desc) where state <> 'POSTED';

alter table remittance_events drop constraint remittance_events_kind_check;
alter table remittance_events add constraint remittance_events_kind_check
    check (kind in ('UNBALANCED_ALLOWED', 'ACCEPTED'));

-- A remittance as one practice may see it: its head, and the practice's own part. The other parts are one sum, without names.
create table practice_remittances (
    practice_id text not null references practices,
    remittance_id text collate "C" not null references remittances,
    payer_id text not null,
    payer_name text not null,
    trace text not null,
    method text not null,
    paid_on date,
    state text not null,
    problem text,
    difference_cents bigint not null,
    duplicate_of text collate "C",
    counts_as text collate "C",
    accepted_from text collate "C",
    amount_cents bigint not null,      -- of the whole payment
    own_cents bigint not null,         -- the practice's part: of BPR02 where it counts, of CLP04 where it is held
    own_claims integer not null,
    claims_total integer not null,
    received_at timestamptz not null,
    primary key (practice_id, remittance_id)
);
create index practice_remittances_by_remittance on practice_remittances (remittance_id);

alter table deliveries add column remittance_id text collate "C";
create index deliveries_by_remittance on deliveries (remittance_id) where remittance_id is not null;

-- What came before is entered as what comes from now on. Even the owner sees no row of a practice, so for this one
-- statement the tables' security is not forced upon it.
alter table claim_payments no force row level security;
alter table remittance_parts no force row level security;
insert into practice_remittances
select p.practice_id, r.id, r.payer_id, r.payer_name, r.trace, r.method, r.paid_on, r.state, r.problem, r.difference_cents,
    r.duplicate_of, null, null, r.amount_cents, coalesce(s.amount_cents, sum(p.cents)), sum(p.claims), max(t.claims),
    r.received_at
from (
    select practice_id, remittance_id, sum(paid_cents) as cents, count(*) as claims from claim_payments
    where practice_id is not null group by 1, 2
    union all
    select practice_id, remittance_id, 0, 0 from remittance_parts where practice_id is not null) p
join remittances r on r.id = p.remittance_id
left join remittance_parts s on s.remittance_id = r.id and s.practice_id = p.practice_id
cross join lateral (select count(*) as claims from claim_payments c where c.remittance_id = r.id) t
group by p.practice_id, r.id, s.amount_cents;
alter table claim_payments force row level security;
alter table remittance_parts force row level security;

create table custody_checks (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    holds boolean not null,
    invariants integer not null,
    breaches bigint not null,
    warnings bigint not null,
    claims bigint not null,
    charge_cents bigint not null
);

grant select, insert, update on practice_remittances to clearlane_pipeline;
grant select, insert on custody_checks to clearlane_pipeline;
grant usage on all sequences in schema clearlane to clearlane_pipeline;
grant select on practice_remittances, custody_checks to clearlane_auditor;
grant select on practice_remittances to clearlane_api;

select secure_by_practice('practice_remittances', 'practice_id');

-- Open work, by whom it is for.
create index worklist_open on worklist (practice_id, kind) where resolved_at is null;

-- Sums over the claims of the last days, without opening the claims.
create index claims_by_practice_and_day on claims (practice_id, received_at) include (state, charge_cents, paid_cents);
create index claims_by_day on claims (received_at) include (state, charge_cents, paid_cents);
create index claims_by_payer_and_state on claims (payer_id, state);
