-- A new e-mail address counts once it was confirmed from there.
create table "email_change" ("id" uuid not null, "person_id" uuid not null, "address" text not null, "previous" text null, "token_hash" text null, "requested_at" timestamptz not null, "expires_at" timestamptz not null, "confirmed_at" timestamptz null, "given_up_at" timestamptz null, primary key ("id"));
create unique index email_change_one on email_change (person_id) where confirmed_at is null and given_up_at is null;
create index "email_change_person" on "email_change" ("person_id");
alter table "email_change" add constraint "email_change_token" unique ("token_hash");
alter table "email_change" add constraint "email_change_is_lower_case" check (address = lower(address));
alter table "email_change" add constraint "email_change_ends_once" check (num_nonnulls(confirmed_at, given_up_at) <= 1);
alter table "email_change" add constraint "email_change_person_id_foreign" foreign key ("person_id") references "person" ("id");
