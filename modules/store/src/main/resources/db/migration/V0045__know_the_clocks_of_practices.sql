-- By which zone a practice's people read clocks: an IANA name from its profile, written at each start. All moments are kept as they are.
alter table practices add column time_zone text not null default 'UTC';
