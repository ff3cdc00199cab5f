-- Whoever heads a unit is asked for what its people achieved.
create index person_of_unit on person (unit_id);
