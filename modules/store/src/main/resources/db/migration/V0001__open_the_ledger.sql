-- The book of record. Who may see what is decided here, not in the program:
--   clearlane_pipeline  moves claims of all practices; append-only tables stay append-only for it too
--   clearlane_api       sees one practice at a time, the one named by SET LOCAL clearlane.practice
--   clearlane_auditor   reads everything, changes nothing: custody checks run as this role
-- Every table with a practice_id has row security, forced, so that even the owner sees nothing through it.
-- Identifiers are time-ordered text compared byte by byte (collate "C"): big tables are partitioned by their own id,
-- so that a primary key needs no second column and a look-up by id touches one month.

create table practices (
    id text primary key,
    name text not null,
    active boolean not null default true
);

create table files (
    id text collate "C" primary key,
    practice_id text not null references practices,
    door text not null check (door in ('folder', 'api')),
    original_name text not null,
    arrival text not null,
    format text,
    sha256 text not null,
    size_bytes bigint not null,
    archive_key text not null,
    translated_key text,
    translated_sha256 text,
    state text not null check (state in ('RECEIVED', 'JUDGED')),
    verdict text check (verdict in ('ACCEPTED', 'PARTIAL', 'REJECTED', 'UNREADABLE')),
    claims_total integer not null default 0,
    claims_accepted integer not null default 0,
    claims_rejected integer not null default 0,
    claims_held integer not null default 0,
    charge_cents bigint not null default 0,
    problem text,
    received_at timestamptz not null,
    judged_at timestamptz,
    -- The same bytes from the same practice are the same file: this constraint is the duplicate check.
    unique (practice_id, sha256)
);
create index files_by_practice on files (practice_id, id desc);

create table file_repeats (
    id bigint generated always as identity primary key,
    practice_id text not null references practices,
    file_id text collate "C" not null references files,
    door text not null,
    original_name text not null,
    arrival text not null,
    received_at timestamptz not null
);

create table interchanges (
    id text collate "C" primary key,
    file_id text collate "C" not null references files,
    practice_id text not null references practices,
    ordinal integer not null,
    sender text not null,
    receiver text not null,
    control text not null,
    usage text not null,
    separators bytea not null,
    ta1_code text,
    ta1_note text,
    unique (file_id, ordinal)
);

-- An interchange control number, once accepted from a sender, is not accepted with other bytes.
create table interchange_keys (
    practice_id text not null references practices,
    sender text not null,
    control text not null,
    interchange_id text collate "C" not null,
    primary key (practice_id, sender, control)
);

create table transaction_sets (
    id text collate "C" primary key,
    interchange_id text collate "C" not null references interchanges,
    file_id text collate "C" not null references files,
    practice_id text not null references practices,
    group_control text not null,
    version text not null,
    set_control text not null,
    bht03 text not null,
    bht06 text not null,
    kind text not null,
    ack text,
    claims_total integer not null default 0,
    claims_accepted integer not null default 0,
    charge_cents bigint not null default 0
);
create index transaction_sets_by_file on transaction_sets (file_id);

create table claims (
    id text collate "C" not null primary key,
    practice_id text not null,
    file_id text collate "C" not null,
    -- Null, with no bytes, for a claim of a table that could not be written as an 837.
    set_id text collate "C",
    ordinal integer not null,
    patient_control_number text not null,
    charge_cents bigint not null,
    frequency text not null,
    payer_claim_number text not null,
    billing_npi text not null,
    tax_id text not null,
    payer_code text not null,
    payer_id text,
    service_from date,
    service_to date,
    test boolean not null,
    position integer not null,
    provider_offset bigint not null,
    provider_length integer not null,
    subscriber_offset bigint not null,
    subscriber_length integer not null,
    patient_offset bigint,
    patient_length integer,
    claim_offset bigint not null,
    claim_length integer not null,
    state text not null,
    hold_reason text,
    outbound_id text collate "C",
    paid_cents bigint not null default 0,
    patient_cents bigint not null default 0,
    received_at timestamptz not null,
    state_since timestamptz not null
) partition by range (id);
create table claims_other partition of claims default;
create index claims_by_number on claims (practice_id, patient_control_number);
create index claims_by_bare_number on claims (patient_control_number);
create index claims_by_file on claims (file_id, ordinal);
create index claims_by_outbound on claims (outbound_id);
create index claims_waiting on claims (payer_id, id) where state = 'QUEUED';

-- The same claim twice from the same practice: the first one that is not refused holds the key.
create table claim_keys (
    practice_id text not null references practices,
    claim_key text not null,
    claim_id text collate "C" not null,
    primary key (practice_id, claim_key)
);
create index claim_keys_by_claim on claim_keys (claim_id);

create table claim_events (
    claim_id text collate "C" not null,
    seq bigint generated always as identity,
    practice_id text not null,
    at timestamptz not null,
    from_state text not null,
    to_state text not null,
    cause text not null,
    actor text not null,
    evidence text not null,
    detail text not null default '',
    primary key (claim_id, seq)
) partition by range (claim_id);
create table claim_events_other partition of claim_events default;

create table findings (
    file_id text collate "C" not null,
    ordinal integer not null,
    practice_id text not null,
    claim_id text collate "C",
    set_id text collate "C",
    code text not null,
    snip integer not null,
    severity text not null,
    loop text not null,
    segment text not null,
    position integer not null,
    element integer not null,
    component integer not null,
    repeat integer not null,
    byte_offset bigint not null,
    ik3 text not null,
    ik4 text not null,
    ik5 text not null,
    status text,
    value text not null,
    message text not null,
    mend text not null,
    source_row integer,
    source_column text,
    primary key (file_id, ordinal)
) partition by range (file_id);
create table findings_other partition of findings default;
create index findings_by_claim on findings (claim_id);

-- Numbers for envelopes. Taken inside the transaction that stores what carries them, so there is no gap and no reuse.
create table control_numbers (
    partner text not null,
    kind text not null,
    last bigint not null,
    primary key (partner, kind)
);

create table outbound_interchanges (
    id text collate "C" primary key,
    payer_id text not null,
    control bigint not null,
    group_control bigint not null,
    usage text not null,
    name text not null,
    payload_id uuid not null,
    archive_key text not null,
    sha256 text not null,
    size_bytes bigint not null,
    claims_total integer not null,
    charge_cents bigint not null,
    state text not null check (state in ('STORED', 'DELIVERING', 'UNKNOWN', 'PARKED', 'SENT')),
    attempts integer not null default 0,
    problem text,
    receipt text,
    ta1_code text,
    ta1_note text,
    created_at timestamptz not null,
    sent_at timestamptz,
    unique (payer_id, control),
    unique (payer_id, name)
);

create table outbound_sets (
    outbound_id text collate "C" not null references outbound_interchanges,
    set_control text not null,
    bht03 text not null,
    claims_total integer not null,
    charge_cents bigint not null,
    ack text,
    primary key (outbound_id, set_control)
);
create index outbound_sets_by_bht03 on outbound_sets (bht03);

create table submissions (
    claim_id text collate "C" not null,
    outbound_id text collate "C" not null,
    practice_id text not null,
    set_control text not null,
    position integer not null,
    primary key (claim_id, outbound_id)
) partition by range (claim_id);
create table submissions_other partition of submissions default;
create index submissions_by_outbound on submissions (outbound_id, set_control);

create table answers (
    id text collate "C" primary key,
    payer_id text not null,
    original_name text not null,
    sha256 text not null,
    size_bytes bigint not null,
    archive_key text not null,
    kinds text not null default '',
    state text not null check (state in ('RECEIVED', 'APPLIED', 'UNREADABLE')),
    problem text,
    received_at timestamptz not null,
    applied_at timestamptz,
    unique (payer_id, sha256)
);

create table answer_repeats (
    id bigint generated always as identity primary key,
    answer_id text collate "C" not null references answers,
    original_name text not null,
    received_at timestamptz not null
);

-- One row for every statement an answer makes: a TA1, a set of a 999, a claim or batch of a 277CA, a claim of an 835.
create table answer_items (
    answer_id text collate "C" not null references answers,
    ordinal integer not null,
    kind text not null check (kind in ('TA1', '999', '277CA', '835')),
    reference text not null,
    statement text not null,
    outcome text not null check (outcome in ('APPLIED', 'KNOWN', 'UNMATCHED')),
    claim_id text collate "C",
    outbound_id text collate "C",
    practice_id text,
    primary key (answer_id, ordinal)
);
create index answer_items_by_claim on answer_items (claim_id);

create table remittances (
    id text collate "C" primary key,
    answer_id text collate "C" not null references answers,
    payer_id text not null,
    set_control text not null,
    trace text not null,
    payer_tax_id text not null,
    payer_name text not null,
    payee_name text not null,
    payee_npi text not null,
    payee_tax_id text not null,
    amount_cents bigint not null,
    claims_cents bigint not null,
    provider_cents bigint not null,
    method text not null,
    paid_on date,
    state text not null check (state in ('POSTED', 'UNBALANCED', 'DUPLICATE', 'UNREADABLE')),
    difference_cents bigint not null,
    problem text,
    duplicate_of text collate "C",
    received_at timestamptz not null
);

create table remittance_keys (
    payer text not null,
    trace text not null,
    amount_cents bigint not null,
    print text not null,
    remittance_id text collate "C" not null,
    primary key (payer, trace, amount_cents, print)
);

create table claim_payments (
    id text collate "C" primary key,
    remittance_id text collate "C" not null references remittances,
    ordinal integer not null,
    practice_id text,
    claim_id text collate "C",
    patient_control_number text not null,
    status text not null,
    charge_cents bigint not null,
    paid_cents bigint not null,
    patient_cents bigint not null,
    patient_share_cents bigint not null,
    payer_control_number text not null,
    rendering_npi text not null,
    service_from text not null,
    contractual_cents bigint not null,
    other_cents bigint not null,
    decision text,
    outcome text not null,
    posted boolean not null,
    matched_by text not null,
    unique (remittance_id, ordinal)
);
create index claim_payments_by_claim on claim_payments (claim_id) where posted;

create table line_payments (
    claim_payment_id text collate "C" not null references claim_payments,
    ordinal integer not null,
    practice_id text,
    qualifier text not null,
    procedure text not null,
    modifiers text not null,
    charge_cents bigint not null,
    paid_cents bigint not null,
    units text not null,
    service_date text not null,
    line_control_number text not null,
    remarks text not null,
    primary key (claim_payment_id, ordinal)
);

create table adjustments (
    claim_payment_id text collate "C" not null references claim_payments,
    ordinal integer not null,
    line_ordinal integer,
    practice_id text,
    group_code text not null,
    reason text not null,
    amount_cents bigint not null,
    quantity text not null,
    primary key (claim_payment_id, ordinal)
);

create table provider_adjustments (
    remittance_id text collate "C" not null references remittances,
    ordinal integer not null,
    practice_id text,
    provider_id text not null,
    fiscal_period text not null,
    reason text not null,
    identifier text not null,
    amount_cents bigint not null,
    primary key (remittance_id, ordinal)
);

-- The split of a remittance: the parts of all practices add up to the whole, to the cent.
create table remittance_parts (
    remittance_id text collate "C" not null references remittances,
    part text not null,
    practice_id text,
    amount_cents bigint not null,
    claims_cents bigint not null,
    provider_cents bigint not null,
    primary key (remittance_id, part)
);

create table deliveries (
    id text collate "C" primary key,
    practice_id text not null references practices,
    kind text not null,
    name text not null,
    archive_key text not null,
    sha256 text not null,
    size_bytes bigint not null,
    file_id text collate "C",
    answer_id text collate "C",
    created_at timestamptz not null,
    delivered_at timestamptz,
    unique (practice_id, name)
);

create table worklist (
    id bigint generated always as identity primary key,
    kind text not null,
    subject text not null,
    practice_id text,
    payer_id text,
    message text not null,
    amount_cents bigint,
    created_at timestamptz not null,
    resolved_at timestamptz,
    resolution text,
    unique (kind, subject)
);

create table api_keys (
    id text primary key,
    practice_id text not null references practices,
    secret_sha256 text not null unique,
    created_at timestamptz not null,
    expires_at timestamptz,
    revoked_at timestamptz
);

create table idempotency_keys (
    practice_id text not null references practices,
    key text not null,
    body_sha256 text not null,
    file_id text collate "C" not null,
    repeat boolean not null,
    created_at timestamptz not null,
    primary key (practice_id, key)
);

-- Work to be driven: written in the transaction that makes it necessary, done in the one that does it.
create table outbox (
    id bigint generated always as identity primary key,
    queue text not null,
    subject text not null,
    created_at timestamptz not null,
    available_at timestamptz not null,
    relayed_at timestamptz,
    attempts integer not null default 0,
    problem text,
    parked_at timestamptz,
    done_at timestamptz
);
create index outbox_open on outbox (available_at) where done_at is null and parked_at is null;

-- A message's work is done once, however often it is delivered: the key is written with the work's result.
create table inbox (
    outbox_id bigint primary key references outbox,
    done_at timestamptz not null
);

create table leases (
    name text primary key,
    holder text not null,
    until timestamptz not null
);
