-- A fault of a schedule that somebody has looked at is listed no longer, until it fails anew.
alter table "schedule_fault" add column "discarded_at" timestamptz null;
