-- Planned rounds change places where an amended rule book puts one between them: each has its own again when the act ends.
alter table "round" drop constraint "round_ordinal_once";
alter table "round" add constraint "round_ordinal_once" unique ("contest_id", "ordinal") deferrable initially deferred;
