-- Events and mails that are tried too often, or that nobody will take, come to an end, where somebody sees them.
alter table "outbox_event" add column "failed_at" timestamptz null, add column "discarded_at" timestamptz null;
alter table "outbox_event" add constraint "outbox_event_ends_once" check (num_nonnulls(done_at, failed_at, discarded_at) <= 1);
drop index outbox_event_due;
create index outbox_event_due on outbox_event (available_at, id) where done_at is null and failed_at is null and discarded_at is null;
create index outbox_event_failed on outbox_event (created_at, id) where failed_at is not null;

alter table "mail" add column "failed_at" timestamptz null, add column "discarded_at" timestamptz null;
-- Those given up until now.
update "mail" set failed_at = created_at where sent_at is null and next_attempt_at is null;
alter table "mail" add constraint "mail_ends_once" check (num_nonnulls(sent_at, failed_at, discarded_at) <= 1);
drop index mail_due;
create index mail_due on mail (next_attempt_at, id) where sent_at is null and failed_at is null and discarded_at is null;
create index mail_unsent on mail (created_at, id) where sent_at is null and discarded_at is null;

-- One worker at a time runs a schedule, and what of it fails is kept until it succeeds.
create table "schedule_lease" ("name" text not null, "holder" uuid not null, "held_until" timestamptz not null, primary key ("name"));
create table "schedule_fault" ("id" uuid not null, "schedule" text not null, "item" text not null, "error" text not null, "times" int not null, "first_at" timestamptz not null, "last_at" timestamptz not null, primary key ("id"));
alter table "schedule_fault" add constraint "schedule_fault_once" unique ("schedule", "item");
