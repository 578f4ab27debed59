-- What operators want of each payer's route, and what is known of the connection. One row a payer, shared by all nodes: a
-- node that has died knows nothing that the others do not.
create table payer_routes (
    payer_id text primary key,
    name text not null,
    -- Whether its file stood in config/payers when a node started last.
    configured boolean not null,
    -- STOPPED: nothing goes out, nothing is collected. SUSPENDED: nothing goes out until a time, answers are collected.
    wanted text not null check (wanted in ('RUNNING', 'STOPPED', 'SUSPENDED')),
    until timestamptz,
    reason text not null,
    actor text not null,
    changed_at timestamptz not null,
    -- CLOSED: traffic flows. OPEN: it failed again and again, only checks go out. HALF_OPEN: it works again, one sending at a
    -- time shows for how long.
    circuit text not null default 'CLOSED' check (circuit in ('CLOSED', 'OPEN', 'HALF_OPEN')),
    circuit_since timestamptz not null,
    send_failures integer not null default 0,
    collect_failures integer not null default 0,
    next_check_at timestamptz,
    next_try_at timestamptz,
    last_good_at timestamptz,
    last_error text,
    last_error_at timestamptz,
    check ((wanted = 'SUSPENDED') = (until is not null))
);

-- What people did to routes and what became of connections: payer.down and payer.up are what subscribers are told.
create table route_events (
    id bigint generated always as identity primary key,
    payer_id text not null,
    at timestamptz not null,
    kind text not null check (kind in ('route.started', 'route.stopped', 'route.suspended', 'route.resumed', 'route.tested',
        'payer.down', 'payer.trying', 'payer.relapsed', 'payer.up')),
    actor text not null,
    reason text not null
);
create index route_events_by_payer on route_events (payer_id, id desc);

-- Every contact with a payer that failed, in words: counted by the hour on its page.
create table payer_errors (
    id bigint generated always as identity primary key,
    payer_id text not null,
    at timestamptz not null,
    way text not null check (way in ('SEND', 'COLLECT', 'CHECK', 'TEST')),
    problem text not null
);
create index payer_errors_by_payer on payer_errors (payer_id, at desc);

grant select, insert, update on payer_routes to clearlane_pipeline;
grant select, insert on route_events, payer_errors to clearlane_pipeline;
grant usage on all sequences in schema clearlane to clearlane_pipeline;
grant select on payer_routes, route_events, payer_errors to clearlane_auditor;

-- How many claims wait for a payer, for how much money and since when, is read from the index alone.
create index claims_queued on claims (payer_id, id) include (charge_cents, state_since) where state = 'QUEUED';
drop index claims_waiting;
create index outbound_interchanges_open on outbound_interchanges (payer_id, state) where state <> 'SENT';
create index outbound_interchanges_by_sending on outbound_interchanges (payer_id, sent_at) where state = 'SENT';
create index answers_by_payer on answers (payer_id, received_at);
create index outbox_parked on outbox (queue, id) where parked_at is not null and done_at is null;
