-- A claim that was refused, held or has to be replaced is handed in again as a new claim of a file of its own; the two are
-- linked in the transaction that enters the file. The new claim is known by file and number before it is judged.
alter table files drop constraint files_door_check;
alter table files add constraint files_door_check check (door in ('folder', 'api', 'secondary', 'console'));

create table claim_corrections (
    id text collate "C" primary key,
    claim_id text collate "C" not null,
    practice_id text not null references practices,
    kind text not null check (kind in ('CORRECTION', 'REPLACEMENT', 'VOID')),
    file_id text collate "C" not null references files,
    ordinal integer not null,
    bulk_id text collate "C",
    made_by text not null,
    made_by_name text not null,
    made_at timestamptz not null,
    -- Its file turned out to hold no such claim, so nothing came of it.
    given_up_at timestamptz,
    unique (file_id, ordinal)
);
-- One live successor: the constraint is the check, whoever sends twice or at the same time.
create unique index claim_corrections_live on claim_corrections (claim_id) where given_up_at is null;
create index claim_corrections_by_bulk on claim_corrections (bulk_id);

grant select, insert, update on claim_corrections to clearlane_pipeline;
grant select on claim_corrections to clearlane_api, clearlane_auditor;

select secure_by_practice('claim_corrections', 'practice_id');
