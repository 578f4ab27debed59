grant usage on schema clearlane to clearlane_pipeline, clearlane_api, clearlane_auditor;

grant select, insert, update on all tables in schema clearlane to clearlane_pipeline;
grant delete on claim_keys, leases to clearlane_pipeline;
revoke update on claim_events, findings, answer_items, submissions, claim_payments, line_payments, adjustments,
    provider_adjustments, remittance_parts, remittance_keys, file_repeats, answer_repeats, inbox
    from clearlane_pipeline;
grant usage on all sequences in schema clearlane to clearlane_pipeline;

grant select on all tables in schema clearlane to clearlane_auditor;

grant select on practices, files, file_repeats, interchanges, transaction_sets, claims, claim_events, findings,
    submissions, answer_items, claim_payments, line_payments, adjustments, provider_adjustments, remittance_parts,
    deliveries to clearlane_api;

-- Row security on every table that knows a practice, and on each partition of it.
create function secure_by_practice(target regclass, key_column name) returns void
language plpgsql as $$
begin
    execute format('alter table %s enable row level security', target);
    execute format('alter table %s force row level security', target);
    execute format('create policy pipeline_sees_all on %s to clearlane_pipeline using (true) with check (true)', target);
    execute format('create policy auditor_reads_all on %s for select to clearlane_auditor using (true)', target);
    execute format(
        'create policy practice_sees_its_own on %s for select to clearlane_api using (%I = current_setting(''clearlane.practice'', true))',
        target, key_column);
end
$$;
revoke execute on function secure_by_practice(regclass, name) from public;

do $$
declare
    each record;
begin
    for each in
        select c.oid::regclass as target
        from pg_class c
        join pg_attribute a on a.attrelid = c.oid and a.attname = 'practice_id' and not a.attisdropped
        where c.relnamespace = 'clearlane'::regnamespace and c.relkind in ('r', 'p')
    loop
        perform secure_by_practice(each.target, 'practice_id');
    end loop;
    perform secure_by_practice('practices', 'id');
end
$$;

-- Makes the partitions of one month, named by the first id of the month and of the next, if they are not there yet.
create function ensure_month_partitions(month text, first_stamp text, next_stamp text) returns void
language plpgsql security definer set search_path = clearlane, pg_temp as $$
declare
    each record;
    partition_name text;
begin
    if month !~ '^[0-9]{6}$' or first_stamp !~ '^[0-9A-Z]+$' or next_stamp !~ '^[0-9A-Z]+$' then
        raise exception 'not a month or not a stamp';
    end if;
    perform pg_advisory_xact_lock(7106, month::integer);
    for each in
        select * from (values ('claims', 'clm_'), ('claim_events', 'clm_'), ('submissions', 'clm_'), ('findings', 'file_'))
            as partitioned (parent, prefix)
    loop
        partition_name := each.parent || '_' || month;
        if to_regclass('clearlane.' || partition_name) is null then
            execute format('create table %I partition of %I for values from (%L) to (%L)',
                partition_name, each.parent, each.prefix || first_stamp, each.prefix || next_stamp);
            perform secure_by_practice(partition_name::regclass, 'practice_id');
        end if;
    end loop;
end
$$;
revoke execute on function ensure_month_partitions(text, text, text) from public;
grant execute on function ensure_month_partitions(text, text, text) to clearlane_pipeline;
