-- What a key may do, who made it and when it was last used. A key is known again by its first letters; all of it is shown
-- once. Keys that follow each other are a family: while programs change over, two of a family live.
alter table api_keys
    add column label text not null default '' check (length(label) <= 100),
    add column prefix text not null default '',
    -- Keys made before there were scopes could do everything, and still can.
    add column scopes text[] not null default array['files:write', 'files:read', 'claims:read', 'money:read',
        'mailbox:read', 'payers:read', 'validate', 'webhooks:manage'],
    add column family text,
    add column made_by text not null default '',
    add column last_used_at timestamptz,
    add column revoked_by text;
update api_keys set family = id;
alter table api_keys
    alter column family set not null,
    alter column scopes drop default,
    add check (cardinality(scopes) > 0);
create index api_keys_by_practice on api_keys (practice_id, id);
create index api_keys_by_family on api_keys (family);

-- A practice sees its keys, and no hash.
grant select (id, practice_id, label, prefix, scopes, family, made_by, created_at, expires_at, revoked_at, revoked_by,
    last_used_at) on api_keys to clearlane_api;
