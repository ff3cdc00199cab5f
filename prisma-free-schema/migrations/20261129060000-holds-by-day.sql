-- Holds are read from their first day, from either end.
create index "hold_in_order" on "hold" ("starts_on", "id");
