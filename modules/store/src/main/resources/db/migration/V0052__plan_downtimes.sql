-- Times when a payer, or the whole service, is planned to be away: the downtime schedule that CORE asks for. Rows are added
-- and called off, never taken out, so that the page can show what was announced.
create table planned_downtimes (
    id text collate "C" primary key,
    -- Null: the whole service.
    payer_id text,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    notice text not null check (length(notice) between 1 and 300),
    planned_by text not null,
    planned_at timestamptz not null,
    called_off_by text,
    called_off_at timestamptz,
    check (ends_at > starts_at)
);
create index planned_downtimes_by_end on planned_downtimes (ends_at);

grant select, insert, update on planned_downtimes to clearlane_pipeline;
grant select on planned_downtimes to clearlane_auditor;
