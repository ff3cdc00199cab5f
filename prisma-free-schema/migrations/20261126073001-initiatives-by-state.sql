-- Those of a contest in one state, in the order of receipt.
create index initiative_in_state on initiative (contest_id, state, (coalesce(submitted_at, '-infinity'::timestamptz)) desc, id desc);
-- What somebody drafts for others is little.
create index initiative_in_hand on initiative (drafted_by_id) where state = 'DRAFT' and drafted_by_id is not null;
