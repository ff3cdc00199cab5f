-- Minutes of deliberations and reports on contests, among the papers of an office.
alter table "paper_template" drop constraint "paper_template_kind";
alter table "paper_template" add constraint "paper_template_kind" check (kind in ('JURY_DECISION', 'SCREENING_MINUTES', 'ROUND_MINUTES', 'DELIBERATION_MINUTES', 'RESULT_SUBMISSION', 'RESULT_DECISION', 'CONTEST_REPORT', 'ADOPTION_DECISION', 'PERIOD_REPORT', 'CERTIFICATE'));
alter table "paper" drop constraint "paper_kind";
alter table "paper" add constraint "paper_kind" check (kind in ('JURY_DECISION', 'SCREENING_MINUTES', 'ROUND_MINUTES', 'DELIBERATION_MINUTES', 'RESULT_SUBMISSION', 'RESULT_DECISION', 'CONTEST_REPORT', 'ADOPTION_DECISION', 'PERIOD_REPORT'));
