-- How many claims came to which state, kept as they move, so that nobody has to count claims to know. Whoever moves claims
-- only adds rows (two files judged at once never wait for each other); a round adds them up from time to time.
create table claim_tally_rows (
    id bigint generated always as identity primary key,
    state text not null,
    payer_id text not null,
    moved bigint not null
);
create table claim_tallies (
    state text not null,
    payer_id text not null,
    moved bigint not null,
    primary key (state, payer_id)
);

create function tally_claim_moves() returns trigger language plpgsql as $$
begin
    -- A look-up by id for each claim, whatever the planner once thought of the sizes.
    insert into clearlane.claim_tally_rows (state, payer_id, moved)
    select state, payer_id, count(*)
    from (
        select e.to_state as state,
            coalesce((select c.payer_id from clearlane.claims c where c.id = e.claim_id), '') as payer_id
        from fresh e
        where e.from_state <> e.to_state
        offset 0
    ) each_move
    group by state, payer_id;
    return null;
end
$$;
revoke execute on function tally_claim_moves() from public;
create trigger tally_claim_moves after insert on claim_events
    referencing new table as fresh for each statement execute function tally_claim_moves();

grant select, insert, delete on claim_tally_rows to clearlane_pipeline;
grant select, insert, update on claim_tallies to clearlane_pipeline;
grant usage on all sequences in schema clearlane to clearlane_pipeline;
grant select on claim_tally_rows, claim_tallies to clearlane_auditor;

-- Which request or file a piece of work goes back to (W3C trace id): it stands in the log lines of everything that follows.
alter table outbox add column trace text;

-- What whoever is on call looks at every quarter of a minute: each a look at what is open, never at all there is.
create index figures_of_parked_work on outbox (queue) where parked_at is not null and done_at is null;
create index figures_of_unjudged_files on files (received_at) where state = 'RECEIVED';
create index figures_of_undelivered on outbound_interchanges (payer_id) where state <> 'SENT';
create index figures_of_worklist on worklist (kind) where resolved_at is null;
