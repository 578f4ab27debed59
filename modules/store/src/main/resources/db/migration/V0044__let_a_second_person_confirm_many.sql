-- Many claims corrected in one go: what was to be done to which claims, by whom, and who confirmed it. Above a number of
-- claims somebody else than the person who proposed it has to.
create table bulk_corrections (
    id text collate "C" primary key,
    practice_id text not null references practices,
    action text not null check (action in ('VALUE', 'REMOVE', 'AS_IT_IS')),
    code text not null,
    place text not null,
    value text not null,
    claims_total integer not null,
    charge_cents bigint not null,
    state text not null check (state in ('PROPOSED', 'SENT', 'WITHDRAWN')),
    proposed_by text not null,
    proposed_by_name text not null,
    proposed_at timestamptz not null,
    decided_by text,
    decided_by_name text,
    decided_at timestamptz,
    check (state <> 'SENT' or decided_by is not null)
);
create index bulk_corrections_open on bulk_corrections (practice_id, id desc);

create table bulk_correction_claims (
    bulk_id text collate "C" not null references bulk_corrections,
    claim_id text collate "C" not null,
    practice_id text not null references practices,
    primary key (bulk_id, claim_id)
);

grant select, insert, update on bulk_corrections to clearlane_pipeline;
grant select, insert on bulk_correction_claims to clearlane_pipeline;
grant select on bulk_corrections, bulk_correction_claims to clearlane_api, clearlane_auditor;

select secure_by_practice('bulk_corrections', 'practice_id');
select secure_by_practice('bulk_correction_claims', 'practice_id');
