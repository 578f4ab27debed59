-- What a file was judged by: an edition is everything a verdict depends on but the program itself (guides, catalogue,
-- code sets, rules and overlays of partners, who the partners are), kept in the archive under its content. A verdict can
-- be given again from it years later.
create table editions (
    id text primary key,
    archive_key text not null,
    code_sets text not null,
    program text not null,
    first_used_at timestamptz not null
);

alter table files add column edition text references editions;
alter table findings add column edit_version integer not null default 0;
alter table findings add column code_sets text not null default '';

-- Edits and rules switched off and on again by an operator, from a day on. Nothing is overwritten: the newest row about an
-- edit that has begun is the one that counts.
create table edit_switches (
    id bigint generated always as identity primary key,
    edit_id text not null,
    active boolean not null,
    from_day date not null,
    actor text not null,
    reason text not null,
    at timestamptz not null
);

-- Mends of form: what a value was and as what it goes out. The bytes handed in stay in the archive.
create table claim_repairs (
    claim_id text collate "C" not null,
    ordinal integer not null,
    practice_id text not null references practices,
    kinds text not null,
    part text not null check (part in ('PROVIDER', 'SUBSCRIBER', 'PATIENT', 'CLAIM')),
    segment_index integer not null,
    loop text not null,
    segment text not null,
    position integer not null,
    element integer not null,
    component integer not null,
    before_value text not null,
    after_value text not null,
    segment_after bytea not null,
    cause text not null,
    at timestamptz not null,
    primary key (claim_id, ordinal)
);

-- Somebody's word that a claim goes out as it was handed in, or as mended after all. The newest row counts.
create table claim_repair_choices (
    id bigint generated always as identity primary key,
    claim_id text collate "C" not null,
    practice_id text not null references practices,
    send_original boolean not null,
    actor text not null,
    at timestamptz not null
);
create index claim_repair_choices_by_claim on claim_repair_choices (claim_id, id desc);

-- What payers refused again and again, as a rule somebody may accept. No claim and no person is named in it.
create table edit_proposals (
    id text collate "C" primary key,
    payer_id text not null,
    fingerprint text not null unique,
    reason text not null,
    pattern text not null,
    rule text not null,
    refused_claims integer not null,
    caught_claims integer not null,
    wrongly_caught_claims integer not null,
    refused_cents bigint not null,
    state text not null check (state in ('PROPOSED', 'ACCEPTED', 'DISMISSED')),
    seen_at timestamptz not null,
    decided_by text,
    decided_at timestamptz,
    decision text
);

grant select, insert on editions, edit_switches, claim_repairs, claim_repair_choices to clearlane_pipeline;
grant select, insert, update on edit_proposals to clearlane_pipeline;
grant usage on all sequences in schema clearlane to clearlane_pipeline;
grant select on editions, edit_switches, claim_repairs, claim_repair_choices, edit_proposals to clearlane_auditor;
grant select on claim_repairs, claim_repair_choices to clearlane_api;

select secure_by_practice('claim_repairs', 'practice_id');
select secure_by_practice('claim_repair_choices', 'practice_id');
