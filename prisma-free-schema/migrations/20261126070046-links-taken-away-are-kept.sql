-- A link between units that was taken away is kept for whoever sends again what recorded it.
create table "removed_lineage" ("id" uuid not null, "from_id" uuid not null, "to_id" uuid not null, "kind" text not null, "effective_on" date not null, "removed_at" timestamptz not null, primary key ("id"));
alter table "removed_lineage" add constraint "removed_lineage_from_id_foreign" foreign key ("from_id") references "unit" ("id");
alter table "removed_lineage" add constraint "removed_lineage_to_id_foreign" foreign key ("to_id") references "unit" ("id");
