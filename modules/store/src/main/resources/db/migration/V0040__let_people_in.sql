-- People who use the console, how they sign in, and what they did. All of it is written by the service's own role after it
-- has decided who asks; the role of practices' reading sees of it only its own practice's part of the audit trail.

create table people (
    id text collate "C" primary key,
    email text not null unique check (email = lower(email)),
    name text not null,
    role text not null check (role in ('BILLER', 'PRACTICE_ADMIN', 'OPERATOR', 'AUDITOR')),
    -- Argon2id in its usual text form; null until the person has chosen a password, and for those who come by OIDC.
    password_hash text,
    -- Sealed with the key in secrets/, so that a stolen copy of the database holds no second factor.
    totp_sealed bytea,
    totp_confirmed_at timestamptz,
    -- The time step of the last code taken: no code counts twice.
    totp_last_step bigint not null default 0,
    oidc_subject text unique,
    single_keys boolean not null default true,
    created_at timestamptz not null,
    disabled_at timestamptz
);

create table people_practices (
    person_id text collate "C" not null references people,
    practice_id text not null references practices,
    primary key (person_id, practice_id)
);

create table sessions (
    token_sha256 text primary key,
    id text collate "C" not null unique,
    person_id text collate "C" not null references people,
    practice_id text references practices,
    form_token text not null,
    -- PASSWORD: the first factor was right, nothing may be seen yet. FULL: both were.
    level text not null check (level in ('PASSWORD', 'FULL')),
    created_at timestamptz not null,
    seen_at timestamptz not null,
    expires_at timestamptz not null,
    ended_at timestamptz,
    glass_practice_id text references practices,
    glass_reason text,
    glass_until timestamptz
);
create index sessions_by_person on sessions (person_id);

-- A link that works once: to set the house up, to join, to choose a new password.
create table invitations (
    token_sha256 text primary key,
    purpose text not null check (purpose in ('SET_UP', 'JOIN', 'RESET')),
    person_id text collate "C" references people,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz
);

create table sign_in_failures (
    id bigint generated always as identity primary key,
    email_sha256 text not null,
    address text not null,
    at timestamptz not null
);
create index sign_in_failures_by_email on sign_in_failures (email_sha256, at);
create index sign_in_failures_by_address on sign_in_failures (address, at);

-- Who did or saw what. Every row's hash covers the row before it: a row that is changed or removed breaks the chain.
create table audit (
    seq bigint primary key,
    at timestamptz not null,
    actor text not null,
    role text not null,
    practice_id text,
    action text not null,
    subject text not null,
    outcome text not null check (outcome in ('DONE', 'SEEN', 'REFUSED')),
    detail text not null,
    address text not null,
    hash text not null
);
create index audit_by_practice on audit (practice_id, seq desc);
create index audit_by_subject on audit (subject, seq desc);

-- The one row that lets writers take turns.
create table audit_head (
    only_row boolean primary key default true check (only_row),
    seq bigint not null,
    hash text not null
);
insert into audit_head (seq, hash) values (0, '');

grant select, insert, update on people, sessions, invitations, audit_head to clearlane_pipeline;
grant select, insert, delete on people_practices to clearlane_pipeline;
grant select, insert, delete on sign_in_failures to clearlane_pipeline;
grant select, insert on audit to clearlane_pipeline;
grant usage on all sequences in schema clearlane to clearlane_pipeline;
grant select on audit, audit_head, people_practices, sessions to clearlane_auditor;
grant select on audit to clearlane_api;

select secure_by_practice('people_practices', 'practice_id');
select secure_by_practice('sessions', 'practice_id');
select secure_by_practice('audit', 'practice_id');
