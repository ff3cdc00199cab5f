-- Decisions on roll-outs, among the papers of an office.
alter table "paper_template" drop constraint "paper_template_kind";
alter table "paper_template" add constraint "paper_template_kind" check (kind in ('JURY_DECISION', 'SCREENING_MINUTES', 'ROUND_MINUTES', 'RESULT_SUBMISSION', 'RESULT_DECISION', 'ADOPTION_DECISION', 'PERIOD_REPORT', 'CERTIFICATE'));
alter table "paper" add column "rollout_id" uuid null;
create index "paper_rollout" on "paper" ("rollout_id");
alter table "paper" drop constraint "paper_kind";
alter table "paper" add constraint "paper_kind" check (kind in ('JURY_DECISION', 'SCREENING_MINUTES', 'ROUND_MINUTES', 'RESULT_SUBMISSION', 'RESULT_DECISION', 'ADOPTION_DECISION', 'PERIOD_REPORT'));
alter table "paper" drop constraint "paper_about_one";
alter table "paper" add constraint "paper_about_one" check (num_nonnulls(contest_id, period_id, rollout_id) = 1 and (kind = 'ROUND_MINUTES') = (round_id is not null) and (kind = 'ADOPTION_DECISION') = (rollout_id is not null));
alter table "paper" add constraint "paper_rollout_id_foreign" foreign key ("rollout_id") references "rollout" ("id") on delete restrict;
