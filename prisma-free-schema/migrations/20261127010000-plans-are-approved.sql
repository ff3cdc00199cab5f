-- The leader approves the plan of a contest before it is announced. What is announced already stays as it is.
alter table "contest" add column "leader_approves" boolean not null default true, add column "plan_approved_at" timestamptz null;
update contest set leader_approves = false where phase not in ('DRAFT', 'CANCELLED') or announced_at is not null;
alter table "contest" add constraint "contest_announced_with_plan_approved" check (not leader_approves or plan_approved_at is not null or recorded or phase in ('DRAFT', 'CANCELLED'));
create table "plan_approval" ("id" uuid not null, "contest_id" uuid not null, "contest_version" int not null, "state" text not null, "sent_at" timestamptz not null, "sent_by_id" uuid not null, "answered_at" timestamptz null, "answered_by_id" uuid null, "return_reason" text null, primary key ("id"), constraint "plan_approval_state" check (state in ('SENT', 'APPROVED', 'RETURNED')), constraint "plan_approval_answered_by_somebody" check ((state = 'SENT') = (answered_at is null) and (answered_at is null) = (answered_by_id is null)), constraint "plan_approval_returned_with_words" check ((state = 'RETURNED') = (return_reason is not null)));
create unique index plan_approval_once on plan_approval (contest_id, contest_version) where state <> 'RETURNED';
create index "plan_approval_of_contest" on "plan_approval" ("contest_id", "id");
alter table "plan_approval" add constraint "plan_approval_contest_id_foreign" foreign key ("contest_id") references "contest" ("id");
alter table "plan_approval" add constraint "plan_approval_sent_by_id_foreign" foreign key ("sent_by_id") references "person" ("id");
alter table "plan_approval" add constraint "plan_approval_answered_by_id_foreign" foreign key ("answered_by_id") references "person" ("id") on delete set null;
