-- Whom a claim is for, folded so that it can be found: health information, and nobody's but the practice's. The auditor's
-- role, by which pages of all practices are read, has no right to it. Claims that entered before have no row here and are
-- found by their numbers.
create table claim_people (
    claim_id text collate "C" not null,
    practice_id text not null references practices,
    -- P: the patient; S: the subscriber, where that is somebody else.
    part text not null check (part in ('P', 'S')),
    last_name text collate "C" not null,
    first_name text collate "C" not null,
    birth_date date,
    member_id text collate "C" not null,
    primary key (claim_id, part)
);
create index claim_people_by_name on claim_people (practice_id, last_name, first_name);
create index claim_people_by_member on claim_people (practice_id, member_id) where member_id <> '';
create index claim_people_by_birth on claim_people (practice_id, birth_date) where birth_date is not null;

-- What somebody searched for: it may be a name, so it stands here and only its id in an address. One without a name of its
-- own is forgotten; one with a name is a list kept for good.
create table kept_searches (
    id text collate "C" primary key,
    practice_id text not null references practices,
    person_id text collate "C" not null references people,
    screen text not null check (screen in ('claims', 'files')),
    words text not null check (length(words) <= 120),
    name text check (length(name) between 1 and 60),
    query text not null default '',
    kept_at timestamptz not null,
    unique (practice_id, person_id, screen, name)
);
create index kept_searches_by_person on kept_searches (person_id, kept_at);

-- Which columns somebody wants to see in a list.
alter table people add column claim_columns text not null default '';

grant select, insert on claim_people to clearlane_pipeline;
grant select, insert, delete on kept_searches to clearlane_pipeline;
grant select on claim_people, kept_searches to clearlane_api;

select secure_by_practice('claim_people', 'practice_id');
select secure_by_practice('kept_searches', 'practice_id');
