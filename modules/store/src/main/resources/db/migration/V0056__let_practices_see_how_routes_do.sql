-- Whether a payer can be reached is no secret of anybody: a practice's programs may read it. What failed and who stopped a
-- route stay with the operators.
grant select (payer_id, configured, wanted, until, circuit, circuit_since, last_good_at) on payer_routes to clearlane_api;
