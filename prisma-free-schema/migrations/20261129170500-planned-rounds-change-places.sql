-- Planned rounds change places where an amended rule book puts one between them: each has its own again when the act ends.
alter table "round" drop constraint "round_ordinal_once";
alter table "round" add constraint "round_ordinal_once" unique ("contest_id", "ordinal") deferrable initially deferred;
-- What was proposed for one that goes, goes with it.
alter table "assignment_proposal" drop constraint "assignment_proposal_round_id_foreign";
alter table "assignment_proposal" add constraint "assignment_proposal_round_id_foreign" foreign key ("round_id") references "round" ("id") on delete cascade;
alter table "proposed_card" drop constraint "proposed_card_proposal_id_foreign";
alter table "proposed_card" add constraint "proposed_card_proposal_id_foreign" foreign key ("proposal_id") references "assignment_proposal" ("id") on delete cascade;
