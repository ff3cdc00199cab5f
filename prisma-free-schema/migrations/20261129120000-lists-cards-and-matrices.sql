-- The list of prizes, the cards of a round and the matrices of adoption, among the papers of an office.
alter table "paper_template" drop constraint "paper_template_kind";
alter table "paper_template" add constraint "paper_template_kind" check (kind in ('JURY_DECISION', 'SCREENING_MINUTES', 'ROUND_MINUTES', 'ROUND_SCORECARDS', 'DELIBERATION_MINUTES', 'RESULT_SUBMISSION', 'RESULT_DECISION', 'RESULT_LIST', 'CONTEST_REPORT', 'ADOPTION_DECISION', 'ROLLOUT_MATRIX', 'YEAR_MATRIX', 'PERIOD_REPORT', 'CERTIFICATE'));
alter table "paper" drop constraint "paper_kind";
alter table "paper" add constraint "paper_kind" check (kind in ('JURY_DECISION', 'SCREENING_MINUTES', 'ROUND_MINUTES', 'ROUND_SCORECARDS', 'DELIBERATION_MINUTES', 'RESULT_SUBMISSION', 'RESULT_DECISION', 'RESULT_LIST', 'CONTEST_REPORT', 'ADOPTION_DECISION', 'ROLLOUT_MATRIX', 'YEAR_MATRIX', 'PERIOD_REPORT'));
alter table "paper" drop constraint "paper_about_one";
alter table "paper" add constraint "paper_about_one" check (num_nonnulls(contest_id, period_id, rollout_id) = 1 and (kind in ('ROUND_MINUTES', 'ROUND_SCORECARDS')) = (round_id is not null) and (kind in ('ADOPTION_DECISION', 'ROLLOUT_MATRIX')) = (rollout_id is not null));
