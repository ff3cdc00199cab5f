alter table "job" add "next_attempt_at" timestamptz null, add "last_error" text null, add "discarded_at" timestamptz null;
alter table "job" add constraint "job_discarded_where_failed" check (discarded_at is null or state = 'FAILED');
