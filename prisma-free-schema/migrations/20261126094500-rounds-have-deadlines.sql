-- A round has a deadline of its own; rounds so far have none.
alter table "round" add column "due_at" timestamptz null;
