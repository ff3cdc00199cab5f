-- How people want to be told by mail, which letter a notice went in, and what browser a session is of.
create table "notice_preference" ("person_id" uuid not null, "deliveries" jsonb not null, "quiet_from" int null, "quiet_until" int null, primary key ("person_id"));
alter table "notice_preference" add constraint "notice_preference_quiet" check (num_nulls(quiet_from, quiet_until) <> 1 and quiet_from <> quiet_until);
alter table "notice_preference" add constraint "notice_preference_hours" check (quiet_from between 0 and 23 and quiet_until between 0 and 23);
alter table "notice_preference" add constraint "notice_preference_account" check (not jsonb_exists(deliveries, 'ACCOUNT'));
alter table "notice_preference" add constraint "notice_preference_person_id_foreign" foreign key ("person_id") references "person" ("id") on update cascade on delete cascade;

alter table "notice" add column "digest_at" timestamptz null, add column "digest_key" text null;
create index notice_digest on notice (digest_at, person_id) where digest_at is not null;

alter table "session" add column "browser" text null;
alter table "session" add constraint "session_browser_is_of_a_person" check (kind = 'COOKIE' or browser is null);
