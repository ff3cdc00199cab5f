-- What is being written is searched by folding it then; without this all dossiers of a contest were gone through to find the few.
create index initiative_unfolded on initiative (contest_id) where submitted_at is null or state = 'RETURNED';
