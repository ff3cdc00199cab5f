-- Which days offices work: the list of each year, from its notice.
create table "calendar_year" ("id" uuid not null, "year" int not null, "decision_number" text not null, "issuer" text not null, "decided_on" date not null, "saved_at" timestamptz not null, "version" int not null default 1, primary key ("id"));
alter table "calendar_year" add constraint "calendar_year_once" unique ("year");
alter table "calendar_year" add constraint "calendar_year_in_range" check (year between 1900 and 2200);
create table "calendar_day" ("on" date not null, "calendar_id" uuid not null, "kind" text not null, primary key ("on"));
create index "calendar_day_calendar" on "calendar_day" ("calendar_id");
alter table "calendar_day" add constraint "calendar_day_kind" check (kind in ('OFF', 'WORK'));
alter table "calendar_day" add constraint "calendar_day_exchanged" check (kind = 'OFF' or extract(isodow from "on") in (6, 7));
alter table "calendar_day" add constraint "calendar_day_calendar_id_foreign" foreign key ("calendar_id") references "calendar_year" ("id") on delete cascade;
