-- Claims somebody has to mend: one row a claim from the moment it is refused, held or denied until it moves on, is handed in
-- again, or a person closes it. Kept by the event of the move itself, so that no road to a refusal can forget it, and small,
-- so that a worklist over a hundred thousand claims reads only what is open.
create table open_refusals (
    claim_id text collate "C" primary key,
    practice_id text not null references practices,
    refused_by text not null,
    state text not null,
    code text not null,
    segment text not null,
    element integer not null,
    component integer not null,
    reason text not null,
    payer text not null,
    charge_cents bigint not null,
    since timestamptz not null,
    closed_at timestamptz,
    closed_why text
);
create index open_refusals_by_reason on open_refusals (practice_id, refused_by, code, since, claim_id) where closed_at is null;
create index open_refusals_by_age on open_refusals (practice_id, since, claim_id) where closed_at is null;

grant select, insert, update on open_refusals to clearlane_pipeline;
grant select on open_refusals to clearlane_api, clearlane_auditor;

select secure_by_practice('open_refusals', 'practice_id');

create function note_refusal() returns trigger
language plpgsql set search_path = clearlane, pg_temp as $$
begin
    if new.to_state not in ('REJECTED_FILE', 'REJECTED_CLAIM', 'HELD', 'PAYER_REJECTED', 'REJECTED_999', 'DENIED')
            or (new.from_state = 'HELD' and new.to_state = 'REJECTED_CLAIM') then
        update open_refusals set closed_at = new.at, closed_why = new.cause
        where claim_id = new.claim_id and closed_at is null;
        return null;
    end if;
    insert into open_refusals (claim_id, practice_id, refused_by, state, code, segment, element, component, reason, payer,
        charge_cents, since)
    select c.id, c.practice_id,
        case when new.to_state in ('REJECTED_FILE', 'REJECTED_CLAIM') then 'CLEARLANE'
            when new.to_state = 'HELD' then 'NOBODY' else 'PAYER' end,
        new.to_state,
        case when new.to_state in ('REJECTED_FILE', 'REJECTED_CLAIM') then coalesce(f.code, 'file.refused')
            when new.to_state = 'HELD' then coalesce(c.hold_reason, 'held')
            when new.to_state = 'DENIED' then 'denied'
            else coalesce(nullif(left(new.detail, 120), ''), new.cause) end,
        coalesce(f.segment, ''), coalesce(f.element, 0), coalesce(f.component, 0),
        case when new.to_state in ('REJECTED_FILE', 'REJECTED_CLAIM')
                then coalesce(f.message, 'The file it came in was refused as a whole.')
            when new.to_state = 'HELD' then coalesce(c.hold_reason, 'held')
            else '' end,
        coalesce(c.payer_id, c.payer_code), c.charge_cents, new.at
    from claims c
    left join lateral (
        select n.code, n.segment, n.element, n.component, n.message from (
            select 1 as rank, x.* from findings x where x.claim_id = c.id and x.severity = 'ERROR'
            union all
            select 2, x.* from findings x
            where x.file_id = c.file_id and x.claim_id is null and x.severity = 'ERROR'
                and (x.set_id is null or x.set_id = c.set_id)
                and not exists (select from findings y where y.claim_id = c.id and y.severity = 'ERROR')
        ) n order by n.rank, n.ordinal limit 1
    ) f on new.to_state in ('REJECTED_FILE', 'REJECTED_CLAIM')
    where c.id = new.claim_id
    on conflict (claim_id) do update set refused_by = excluded.refused_by, state = excluded.state, code = excluded.code,
        segment = excluded.segment, element = excluded.element, component = excluded.component, reason = excluded.reason,
        payer = excluded.payer, charge_cents = excluded.charge_cents, since = excluded.since, closed_at = null,
        closed_why = null;
    return null;
end
$$;
revoke execute on function note_refusal() from public;

create trigger claim_events_note_refusal after insert on claim_events
for each row when (new.from_state <> new.to_state and (
    new.to_state in ('REJECTED_FILE', 'REJECTED_CLAIM', 'HELD', 'PAYER_REJECTED', 'REJECTED_999', 'DENIED')
    or new.from_state in ('HELD', 'PAYER_REJECTED', 'REJECTED_999', 'DENIED')))
execute function note_refusal();

-- What was refused before there was this list. Row security holds for the owner too, so it is lifted for the reading.
alter table claims no force row level security;
alter table findings no force row level security;
alter table open_refusals no force row level security;
insert into open_refusals (claim_id, practice_id, refused_by, state, code, segment, element, component, reason, payer,
    charge_cents, since)
select c.id, c.practice_id,
    case when c.state in ('REJECTED_FILE', 'REJECTED_CLAIM') then 'CLEARLANE' when c.state = 'HELD' then 'NOBODY' else 'PAYER' end,
    c.state,
    case when c.state in ('REJECTED_FILE', 'REJECTED_CLAIM') then coalesce(f.code, 'file.refused')
        when c.state = 'HELD' then coalesce(c.hold_reason, 'held')
        when c.state = 'DENIED' then 'denied' else c.state end,
    coalesce(f.segment, ''), coalesce(f.element, 0), coalesce(f.component, 0),
    case when c.state in ('REJECTED_FILE', 'REJECTED_CLAIM')
            then coalesce(f.message, 'The file it came in was refused as a whole.')
        when c.state = 'HELD' then coalesce(c.hold_reason, 'held') else '' end,
    coalesce(c.payer_id, c.payer_code), c.charge_cents, c.state_since
from claims c
left join lateral (
    select n.* from findings n where n.claim_id = c.id and n.severity = 'ERROR' order by n.ordinal limit 1
) f on c.state in ('REJECTED_FILE', 'REJECTED_CLAIM')
where c.state in ('REJECTED_FILE', 'REJECTED_CLAIM', 'HELD', 'PAYER_REJECTED', 'REJECTED_999', 'DENIED');
alter table claims force row level security;
alter table findings force row level security;
alter table open_refusals force row level security;
