-- What is there already was judged as professional: nothing else was taken.
alter table claims add column kind text not null default '837P' check (kind in ('837P', '837I', '837D'));

-- An interchange holds claims of one kind, because GS08 and the payload type of HTTPS say one guide.
alter table outbound_interchanges
    add column kind text not null default '837P' check (kind in ('837P', '837I', '837D')),
    add column control_round integer not null default 0,
    add column group_round integer not null default 0;

-- Numbers run to 999999999 and begin again. They are unique within their round, so the second round is not refused.
-- control_numbers.last counts on over all rounds.
alter table outbound_interchanges drop constraint outbound_interchanges_payer_id_control_key;
alter table outbound_interchanges add unique (payer_id, control_round, control);
