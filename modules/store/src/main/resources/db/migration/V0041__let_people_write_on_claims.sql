-- What people write on a claim, and whose work it is. Notes are only added to.
create table claim_notes (
    id text collate "C" primary key,
    claim_id text collate "C" not null,
    practice_id text not null references practices,
    at timestamptz not null,
    person_id text collate "C" not null references people,
    person_name text not null,
    note text not null check (length(note) between 1 and 2000)
);
create index claim_notes_by_claim on claim_notes (claim_id, at);

create table claim_assignments (
    claim_id text collate "C" primary key,
    practice_id text not null references practices,
    person_id text collate "C" references people,
    person_name text not null,
    resolved_at timestamptz,
    changed_at timestamptz not null
);
create index claim_assignments_by_practice on claim_assignments (practice_id, person_id);

grant select, insert on claim_notes to clearlane_pipeline;
grant select, insert, update on claim_assignments to clearlane_pipeline;
grant select on claim_notes, claim_assignments to clearlane_api, clearlane_auditor;

select secure_by_practice('claim_notes', 'practice_id');
select secure_by_practice('claim_assignments', 'practice_id');

-- Lists of a practice's claims: newest first, and what waits for somebody.
create index claims_by_practice on claims (practice_id, id desc);
create index claims_by_practice_and_state on claims (practice_id, state, id desc);
