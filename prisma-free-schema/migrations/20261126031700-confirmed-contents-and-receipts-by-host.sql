-- What the head of a unit confirmed is known by its hash; a confirmation that stands already has none, and ends with the next change.
alter table "initiative" add column "confirmed_hash" text null;
alter table "initiative" add constraint "initiative_confirmed_a_content" check (confirmed_hash is null or confirmed_at is not null);

-- Receipts are numbered by host and year from now on; what was numbered by contest keeps its number.
alter table "initiative" add column "receipt_host_id" uuid null, add column "receipt_year" int null;
alter table "initiative" add constraint "initiative_receipt_host_id_foreign" foreign key ("receipt_host_id") references "unit" ("id") on delete set null;
alter table "initiative" add constraint "initiative_receipt_of_host_once" unique ("receipt_host_id", "receipt_year", "receipt_number");
alter table "initiative" add constraint "initiative_numbered_by_host_and_year" check ((receipt_host_id is null) = (receipt_year is null));

create temporary table "receipts_given" as
  select c.host_id, c.year, max(r.last) as last from "receipt_counter" r join "contest" c on c.id = r.contest_id group by c.host_id, c.year;
drop table "receipt_counter";
create table "receipt_counter" ("host_id" uuid not null, "year" int not null, "last" int not null, primary key ("host_id", "year"));
alter table "receipt_counter" add constraint "receipt_counter_host_id_foreign" foreign key ("host_id") references "unit" ("id");
insert into "receipt_counter" ("host_id", "year", "last") select host_id, year, last from "receipts_given";
drop table "receipts_given";
