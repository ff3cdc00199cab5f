-- A list of prizes says what departs from standings and plan, ties that a person decided and prizes withheld included.
alter table "award" add column "departure_kind" text null;
update "award" set departure_kind = 'STANDINGS' where btrim(coalesce(departure_reason, '')) <> '';
alter table "award" add constraint "award_departure_kind" check (departure_kind in ('STANDINGS', 'TIE'));
alter table "award" add constraint "award_departure_has_reason" check (departure_kind is null or btrim(coalesce(departure_reason, '')) <> '');

alter table "award_decision" add column "left_out" jsonb null;
alter table "award_decision" add column "edits" int not null default 0;
alter table "award_decision" alter column "edits" drop default;

create table "withheld_prize" ("id" uuid not null, "decision_id" uuid not null, "initiative_id" uuid not null, "kind" text not null, "reason" text not null, primary key ("id"));
create index "withheld_prize_initiative" on "withheld_prize" ("initiative_id");
alter table "withheld_prize" add constraint "withheld_prize_once" unique ("decision_id", "initiative_id");
alter table "withheld_prize" add constraint "withheld_prize_kind" check (kind in ('STANDINGS', 'TIE'));
alter table "withheld_prize" add constraint "withheld_prize_reason" check (btrim(reason) <> '');
alter table "withheld_prize" add constraint "withheld_prize_decision_id_foreign" foreign key ("decision_id") references "award_decision" ("id");
alter table "withheld_prize" add constraint "withheld_prize_initiative_id_foreign" foreign key ("initiative_id") references "initiative" ("id");
