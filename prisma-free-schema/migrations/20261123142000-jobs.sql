-- Long acts that a person can watch and cancel.
create table "job" ("id" uuid not null, "kind" text not null, "requested_by" uuid not null, "subject_type" text not null, "subject_id" uuid not null, "input" jsonb not null, "state" text not null, "phase" text null, "progress" int null, "refusal_code" text null, "refusal_detail" jsonb null, "created_at" timestamptz not null, "started_at" timestamptz null, "finished_at" timestamptz null, "cancel_requested_at" timestamptz null, "leased_until" timestamptz null, "attempts" int not null, primary key ("id"));
create index job_due on job (created_at, id) where state in ('QUEUED', 'RUNNING');
create index job_finished on job (finished_at) where finished_at is not null;
alter table "job" add constraint "job_state" check (state in ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED'));
alter table "job" add constraint "job_running_iff_leased" check ((state = 'RUNNING') = (leased_until is not null));
alter table "job" add constraint "job_ended_iff_dated" check ((state in ('DONE', 'FAILED', 'CANCELLED')) = (finished_at is not null));
alter table "job" add constraint "job_failed_iff_refused" check ((state = 'FAILED') = (refusal_code is not null) and (refusal_code is null) = (refusal_detail is null));
