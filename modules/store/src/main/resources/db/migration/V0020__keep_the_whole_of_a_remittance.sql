-- What an 835 says beyond its money, which line of a claim each line payment is about and how sure that is, the balances
-- of every remittance as arithmetic, and who decided what about it.

alter table remittances
    add column set_ordinal integer not null default 0,       -- which 835 of its answer, from 1; 0 where entered before
    add column handling text not null default '',            -- BPR01
    add column produced_on text not null default '';         -- DTM*405 as CCYYMMDD
create index remittances_by_trace on remittances (trace);
create index remittances_by_answer on remittances (answer_id);

alter table claim_payments
    add column filing_indicator text not null default '',    -- CLP06
    add column facility text not null default '',            -- CLP08
    add column frequency text not null default '',           -- CLP09
    add column service_to text not null default '',          -- DTM*233 as CCYYMMDD
    add column original_number text not null default '',     -- REF*F8
    add column crossover_name text not null default '',      -- NM1*TT NM103: the payer it was forwarded to
    add column crossover_id text not null default '',        -- NM1*TT NM109
    add column remarks text not null default '',             -- remark codes of MIA and MOA, blanks between
    add column covered_cents bigint,                         -- AMT*AU
    add column interest_cents bigint,                        -- AMT*I, paid outside CLP04
    add column print text not null default '';               -- SHA-256 over what is said of the claim
create index claim_payments_by_payer_number on claim_payments (payer_control_number) where payer_control_number <> '';

alter table line_payments
    add column claim_line integer,                           -- LX01 of the claim's line; null where none is certain
    add column matched_by text not null default '',          -- LineMatch.By: CONTROL_NUMBER, PLACE_AND_PROCEDURE …
    add column confidence text not null default '',          -- HIGH, MEDIUM or LOW; empty where there is no line
    add column submitted_procedure text not null default '', -- SVC06-2
    add column submitted_units text not null default '',     -- SVC07
    add column revenue_code text not null default '',        -- SVC04
    add column allowed_cents bigint;                         -- AMT*B6

-- The claim whose take-back, interest or forwarding it is, where PLB03-2 names one.
alter table provider_adjustments add column claim_id text collate "C";

create table remittance_balances (
    remittance_id text collate "C" not null references remittances,
    ordinal integer not null,
    level text not null,
    subject text not null,
    arithmetic text not null,
    difference_cents bigint not null,
    balanced boolean not null,
    binding boolean not null,
    primary key (remittance_id, ordinal)
);

-- Append-only: what people decided about a remittance.
create table remittance_events (
    id bigint generated always as identity primary key,
    remittance_id text collate "C" not null references remittances,
    at timestamptz not null,
    kind text not null check (kind in ('UNBALANCED_ALLOWED')),
    actor text not null,
    reason text not null,
    detail text not null
);
create index remittance_events_by_remittance on remittance_events (remittance_id);

grant select, insert on remittance_balances, remittance_events to clearlane_pipeline;
grant usage on all sequences in schema clearlane to clearlane_pipeline;
grant select on remittance_balances, remittance_events to clearlane_auditor;

-- Money that fits no claim stands on the worklist of the practice it was paid to: its owner sees it.
grant select on worklist to clearlane_api;
