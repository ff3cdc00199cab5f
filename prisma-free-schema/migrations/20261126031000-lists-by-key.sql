-- What was never received counts as received before everything, so that a page can be found by one comparison.
drop index initiative_received;
create index initiative_received on initiative (contest_id, (coalesce(submitted_at, '-infinity'::timestamptz)) desc, id desc);
