-- What banks say has arrived, and which remittance each entry pays. Amounts are whole cents, as everywhere.

create table bank_files (
    id text collate "C" primary key,
    door text not null check (door in ('folder', 'command')),
    original_name text not null,
    kind text not null,
    -- The same bytes are the same file: this constraint is the duplicate check.
    sha256 text not null unique,
    size_bytes bigint not null,
    archive_key text not null,
    state text not null check (state in ('TAKEN', 'REFUSED')),
    entries_total integer not null,
    entries_known integer not null,
    entries_other integer not null,
    amount_cents bigint not null,
    problem text,
    received_at timestamptz not null
);

create table eft_receipts (
    id text collate "C" primary key,
    bank_file_id text collate "C" not null references bank_files,
    line integer not null,
    -- Null while nobody knows whose account it is: the operator sees it, no practice does.
    practice_id text references practices,
    -- The same entry told again by another file is the same receipt.
    receipt_key text not null unique,
    amount_cents bigint not null,
    settled_on date not null,
    trace text not null,
    payer_tax_id text not null,
    payer_name text not null,
    company_id text not null,
    payee_number text not null,
    account_end text not null,
    bank_reference text not null,
    outcome text not null check (outcome in ('MATCHED', 'AMOUNT_DIFFERS', 'TRACE_ONLY', 'TRACE_MISSING', 'AMBIGUOUS',
        'UNMATCHED', 'SETTLED')),
    confidence text not null check (confidence in ('HIGH', 'MEDIUM', 'LOW')),
    remittance_id text collate "C" references remittances,
    reason text not null,
    received_at timestamptz not null
);
-- One remittance is paid by one entry.
create unique index eft_receipts_by_remittance on eft_receipts (remittance_id) where remittance_id is not null;
create index eft_receipts_open on eft_receipts (settled_on) where confidence = 'LOW';

-- How it came to its remittance, step by step.
create table eft_events (
    receipt_id text collate "C" not null references eft_receipts,
    seq bigint generated always as identity,
    practice_id text,
    at timestamptz not null,
    outcome text not null,
    confidence text not null,
    remittance_id text collate "C",
    actor text not null,
    reason text not null,
    primary key (receipt_id, seq)
);

grant select, insert on bank_files, eft_events to clearlane_pipeline;
grant select, insert, update on eft_receipts to clearlane_pipeline;
grant usage on all sequences in schema clearlane to clearlane_pipeline;
grant select on bank_files, eft_receipts, eft_events to clearlane_auditor;
grant select on eft_receipts, eft_events to clearlane_api;

select secure_by_practice('eft_receipts', 'practice_id');
select secure_by_practice('eft_events', 'practice_id');
