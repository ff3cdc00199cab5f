-- A revoked prize can be given to another, by a decision of its own: both stay on record, and who lost one may have another.
alter table "award" drop constraint "award_one_per_initiative";
create unique index award_one_per_initiative on award (initiative_id) where revoked_at is null;
alter table "award" add column "replaces_id" uuid null, add column "replacement_number" varchar(100) null, add column "replacement_decided_on" date null, add column "replacement_reason" text null;
alter table "award" add constraint "award_replaced_once" unique ("replaces_id");
alter table "award" add constraint "award_replaces_by_decision" check (case when replaces_id is null then num_nonnulls(replacement_number, replacement_decided_on, replacement_reason) = 0 else replaces_id <> id and departure_kind is null and replacement_decided_on is not null and btrim(coalesce(replacement_number, '')) <> '' and btrim(coalesce(replacement_reason, '')) <> '' end);
alter table "award" add constraint "award_replaces_id_foreign" foreign key ("replaces_id") references "award" ("id") on delete restrict;
