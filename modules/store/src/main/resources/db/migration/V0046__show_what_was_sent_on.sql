-- Which practices have claims in which interchange to a payer, and how many: a batch holds claims of several practices, and
-- each may see that it was sent, by which numbers and what the payer said of the envelope, but nothing of the others.
create table outbound_parts (
    outbound_id text collate "C" not null references outbound_interchanges,
    practice_id text not null references practices,
    claims_total integer not null,
    charge_cents bigint not null,
    primary key (practice_id, outbound_id)
);

-- The owner sees no row of a secured table; for this one statement it does.
alter table submissions no force row level security;
alter table claims no force row level security;
insert into outbound_parts (outbound_id, practice_id, claims_total, charge_cents)
select s.outbound_id, s.practice_id, count(*), sum(c.charge_cents)
from submissions s join claims c on c.id = s.claim_id group by s.outbound_id, s.practice_id;
alter table submissions force row level security;
alter table claims force row level security;

grant select, insert on outbound_parts to clearlane_pipeline;
grant select on outbound_parts to clearlane_api, clearlane_auditor;
select secure_by_practice('outbound_parts', 'practice_id');

-- A practice sees the envelopes its claims travelled in: not their sums, which are those of all practices together.
alter table outbound_interchanges enable row level security;
alter table outbound_interchanges force row level security;
create policy pipeline_sees_all on outbound_interchanges to clearlane_pipeline using (true) with check (true);
create policy auditor_reads_all on outbound_interchanges for select to clearlane_auditor using (true);
create policy practice_sees_its_own on outbound_interchanges for select to clearlane_api
    using (exists (select from outbound_parts p where p.outbound_id = outbound_interchanges.id));
grant select (id, payer_id, kind, control, group_control, usage, name, sha256, size_bytes, state, created_at, sent_at, ta1_code,
    ta1_note) on outbound_interchanges to clearlane_api;

alter table outbound_sets enable row level security;
alter table outbound_sets force row level security;
create policy pipeline_sees_all on outbound_sets to clearlane_pipeline using (true) with check (true);
create policy auditor_reads_all on outbound_sets for select to clearlane_auditor using (true);
create policy practice_sees_its_own on outbound_sets for select to clearlane_api
    using (exists (select from outbound_parts p where p.outbound_id = outbound_sets.outbound_id));
grant select (outbound_id, set_control, bht03, ack) on outbound_sets to clearlane_api;

-- Lists of files and of what came back, newest first, and what belongs to one file or interchange.
create index deliveries_by_practice on deliveries (practice_id, id desc);
create index deliveries_by_file on deliveries (file_id);
create index file_repeats_by_file on file_repeats (file_id);
create index interchanges_by_file on interchanges (file_id);
create index answer_items_by_outbound on answer_items (outbound_id) where claim_id is null;
