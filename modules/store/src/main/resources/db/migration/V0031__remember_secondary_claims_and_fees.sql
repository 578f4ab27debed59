-- A claim for a second payer is handed in by a person's decision, as a file of its own, once for each claim and payer.
alter table files drop constraint files_door_check;
alter table files add constraint files_door_check check (door in ('folder', 'api', 'secondary'));

create table secondary_claims (
    first_claim_id text collate "C" not null,
    payer_id text not null,
    practice_id text not null references practices,
    remittance_id text collate "C" not null references remittances,
    file_id text collate "C" not null references files,
    released_by text not null,
    released_at timestamptz not null,
    primary key (first_claim_id, payer_id)
);
create index secondary_claims_by_file on secondary_claims (file_id);

-- What a payer's contract says a service is worth. A row without a practice holds for every practice that has none.
create table fees (
    id bigint generated always as identity primary key,
    payer_id text not null,
    practice_id text references practices,
    procedure text not null,
    modifier text not null,
    valid_from date not null,
    valid_to date,
    amount_cents bigint not null check (amount_cents >= 0),
    imported_by text not null,
    imported_at timestamptz not null,
    check (valid_to is null or valid_to >= valid_from),
    unique nulls not distinct (payer_id, practice_id, procedure, modifier, valid_from)
);

grant select, insert on secondary_claims to clearlane_pipeline;
grant select, insert, update on fees to clearlane_pipeline;
grant usage on all sequences in schema clearlane to clearlane_pipeline;
grant select on secondary_claims, fees to clearlane_auditor;
grant select on secondary_claims, fees to clearlane_api;

select secure_by_practice('secondary_claims', 'practice_id');
select secure_by_practice('fees', 'practice_id');
