-- A new second factor counts once a code has proved it; until then the one in use goes on counting.
alter table people add column totp_next_sealed bytea;

-- The audit trail is looked through by person, by action and by time.
create index audit_by_actor on audit (actor, seq desc);
create index audit_by_action on audit (action, seq desc);
create index audit_by_time on audit (at);
create index people_practices_by_practice on people_practices (practice_id, person_id);
