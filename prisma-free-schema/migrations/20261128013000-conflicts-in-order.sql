-- A contest's conflicts are listed by when they were noted, from either end.
create index "conflict_contest" on "conflict" ("contest_id", "id");
drop index "conflict_contest_id_index";
