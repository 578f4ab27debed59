-- Webhooks: where a practice wants to be told, what there was to tell, and how telling went. An event is written in the
-- transaction of the fact it tells of, and only for practices that have an endpoint; what is not delivered yet is a row.

create table webhook_endpoints (
    id text collate "C" primary key,
    practice_id text not null references practices,
    url text not null,
    description text not null,
    types text[] not null,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    -- Until then the secret before signs too.
    earlier_until timestamptz,
    -- The receiver asked for quiet until then.
    quiet_until timestamptz,
    disabled_at timestamptz,
    disabled_why text,
    deleted_at timestamptz
);
create index webhook_endpoints_by_practice on webhook_endpoints (practice_id, id);

-- What requests are signed with, sealed with the key in secrets/ and read by the service alone. During a rotation two count,
-- so that a receiver can change over without refusing a request.
create table webhook_secrets (
    endpoint_id text collate "C" not null references webhook_endpoints,
    sealed bytea not null,
    created_at timestamptz not null,
    ends_at timestamptz
);
create index webhook_secrets_by_endpoint on webhook_secrets (endpoint_id);

create table webhook_events (
    seq bigint generated always as identity primary key,
    id text collate "C" not null unique default 'evt_' || replace(gen_random_uuid()::text, '-', ''),
    practice_id text not null references practices,
    type text not null,
    at timestamptz not null,
    -- Identifiers and nothing else.
    subjects text[] not null,
    evidence text not null,
    spread_at timestamptz
);
create index webhook_events_to_spread on webhook_events (seq) where spread_at is null;
create index webhook_events_by_practice on webhook_events (practice_id, at);
create index webhook_events_by_age on webhook_events (at);

create table webhook_deliveries (
    id bigint generated always as identity primary key,
    endpoint_id text collate "C" not null references webhook_endpoints,
    event_seq bigint not null references webhook_events,
    practice_id text not null references practices,
    state text not null check (state in ('WAITING', 'DELIVERED', 'GIVEN_UP')),
    -- Tries since it was last asked for: a resend begins the schedule anew.
    tries integer not null default 0,
    attempts integer not null default 0,
    due_at timestamptz not null,
    leased_until timestamptz,
    changed_at timestamptz not null,
    -- An event goes to an endpoint under one identifier, however often it is sent.
    unique (endpoint_id, event_seq)
);
create index webhook_deliveries_due on webhook_deliveries (endpoint_id, due_at) where state = 'WAITING';
create index webhook_deliveries_by_endpoint on webhook_deliveries (endpoint_id, id desc);
create index webhook_deliveries_by_event on webhook_deliveries (event_seq);

create table webhook_attempts (
    delivery_id bigint not null references webhook_deliveries,
    number integer not null,
    practice_id text not null references practices,
    at timestamptz not null,
    duration_ms bigint not null,
    -- The receiver's answer; null where there was none.
    status integer,
    problem text not null,
    primary key (delivery_id, number)
);

grant select, insert, update on webhook_endpoints to clearlane_pipeline;
grant select, insert, update, delete on webhook_events, webhook_deliveries to clearlane_pipeline;
grant select, insert, delete on webhook_attempts to clearlane_pipeline;
grant usage on all sequences in schema clearlane to clearlane_pipeline;
grant select, insert, update, delete on webhook_secrets to clearlane_pipeline;
grant select on webhook_endpoints, webhook_events, webhook_deliveries, webhook_attempts to clearlane_api, clearlane_auditor;

select secure_by_practice('webhook_endpoints', 'practice_id');
select secure_by_practice('webhook_events', 'practice_id');
select secure_by_practice('webhook_deliveries', 'practice_id');
select secure_by_practice('webhook_attempts', 'practice_id');
