-- The same claims under another trace are known by their print.
create index remittance_keys_by_print on remittance_keys (print);
