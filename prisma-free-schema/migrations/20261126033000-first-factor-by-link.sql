-- A first second factor is set up by whoever used a link that was mailed; of passwords set before nobody knows.
alter table "account" add column "link_used_at" timestamptz null;
