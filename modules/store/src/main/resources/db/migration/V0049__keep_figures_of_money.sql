-- Figures over all claims and payments, worked out in rounds and read by pages. A row without a practice is over all
-- practices. A round writes every figure that is not nothing with the time of the round: rows of an earlier time are over.

create table money_months (
    practice_id text,
    payer_id text not null,
    month date not null,
    claims bigint not null,
    charge_cents bigint not null,
    refused bigint not null,
    open_claims bigint not null,
    open_cents bigint not null,
    decided bigint not null,
    decided_cents bigint not null,
    co_cents bigint not null,
    oa_cents bigint not null,
    pi_cents bigint not null,
    pr_cents bigint not null,
    other_cents bigint not null,
    paid_cents bigint not null,
    denied_first bigint not null,
    first_pass bigint not null,
    patient_claims bigint not null,
    patient_cents bigint not null,
    computed_at timestamptz not null,
    unique nulls not distinct (practice_id, payer_id, month)
);

create table money_ages (
    practice_id text,
    payer_id text not null,
    bucket integer not null check (bucket in (0, 1, 2, 3)),
    claims bigint not null,
    charge_cents bigint not null,
    computed_at timestamptz not null,
    unique nulls not distinct (practice_id, payer_id, bucket)
);

create table money_days (
    practice_id text,
    payer_id text not null,
    claims bigint not null,
    median_days integer not null,
    ninetieth_days integer not null,
    computed_at timestamptz not null,
    unique nulls not distinct (practice_id, payer_id)
);

create table money_denials (
    practice_id text,
    payer_id text not null,
    group_code text not null,
    reason text not null,
    claims bigint not null,
    amount_cents bigint not null,
    computed_at timestamptz not null,
    unique nulls not distinct (practice_id, payer_id, group_code, reason)
);

grant select, insert, update on money_months, money_ages, money_days, money_denials to clearlane_pipeline;
grant select on money_months, money_ages, money_days, money_denials to clearlane_auditor, clearlane_api;

select secure_by_practice('money_months', 'practice_id');
select secure_by_practice('money_ages', 'practice_id');
select secure_by_practice('money_days', 'practice_id');
select secure_by_practice('money_denials', 'practice_id');
