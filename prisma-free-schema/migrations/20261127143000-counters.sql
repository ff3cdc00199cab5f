-- Where citizens are served, each with a code that hangs on the wall.
create table "counter" ("id" uuid not null, "code" text not null, "unit_id" uuid not null, "name" text not null, "field" text null, "adoption_id" uuid null, "open_from" date not null, "open_to" date null, "illustrative" boolean not null, "version" int not null default 1, primary key ("id"));
create index "counter_of_unit" on "counter" ("unit_id");
create index counter_in_order on counter (name collate "vi-VN-x-icu", id);
create index "counter_adoption" on "counter" ("adoption_id");
alter table "counter" add constraint "counter_code_once" unique ("code");
alter table counter add constraint counter_name_once exclude using gist (unit_id with =, name_key(name) with =, daterange(open_from, open_to, '[]') with &&);
alter table "counter" add constraint "counter_code_plain" check (code ~ '^[2-9A-HJ-NP-Z]{8}$');
alter table "counter" add constraint "counter_closes_after_it_opens" check (open_to >= open_from);
alter table "counter" add constraint "counter_unit_id_foreign" foreign key ("unit_id") references "unit" ("id");
alter table "counter" add constraint "counter_adoption_id_foreign" foreign key ("adoption_id") references "adoption" ("id") on delete set null;
-- A program's token may read of counters or manage them.
alter table "session" drop constraint "session_scopes";
alter table "session" add constraint "session_scopes" check (cardinality(scopes) > 0 and scopes <@ array['UNITS_READ', 'UNITS_WRITE', 'IDENTITY_READ', 'NOTICE_READ', 'NOTICE_WRITE', 'CONTEST_READ', 'CONTEST_WRITE', 'INITIATIVE_READ', 'INITIATIVE_WRITE', 'SCORING_READ', 'SCORING_WRITE', 'AWARD_READ', 'AWARD_WRITE', 'ROLLOUT_READ', 'ROLLOUT_WRITE', 'PROCEDURE_READ', 'PROCEDURE_WRITE', 'FEEDBACK_READ', 'FEEDBACK_WRITE', 'FILES_READ', 'FILES_WRITE', 'JOBS_READ', 'JOBS_WRITE']);
