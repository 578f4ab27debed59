-- What is granted on a table is granted on each of its partitions for itself: V0002 took the right to change history
-- from the tables and left it on the partitions that catch what no month holds.
revoke update on claim_events_other, findings_other, submissions_other from clearlane_pipeline;
