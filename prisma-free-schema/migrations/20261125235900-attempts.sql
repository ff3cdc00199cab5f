-- Attempts to come in are slowed down by address and account together instead of locked out; a browser that has signed in before is known.
drop table "lock_out";

create table "attempt_count" ("key" text not null, "spent_until" timestamptz not null, "last_at" timestamptz not null, primary key ("key"));
create index "attempt_count_last_at_index" on "attempt_count" ("last_at");

create table "known_device" ("id" uuid not null, "person_id" uuid not null, "token_hash" text not null, "created_at" timestamptz not null, "last_used_at" timestamptz not null, primary key ("id"));
create index "known_device_person_id_index" on "known_device" ("person_id");
create index "known_device_last_used_at_index" on "known_device" ("last_used_at");
alter table "known_device" add constraint "known_device_token" unique ("token_hash");
alter table "known_device" add constraint "known_device_person_id_foreign" foreign key ("person_id") references "person" ("id");
