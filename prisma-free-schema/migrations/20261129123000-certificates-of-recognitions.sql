-- Certificates of recognitions by law, beside those of prizes: each is of one of the two.
alter table "certificate" alter column "award_id" drop not null;
alter table "certificate" add column "recognition_id" uuid null;
alter table "certificate" add constraint "certificate_recognition_id_foreign" foreign key ("recognition_id") references "recognition" ("id") on delete restrict;
create unique index certificate_recognised_once on certificate (recognition_id, person_id) where replaces_id is null;
alter table "certificate" add constraint "certificate_of_one" check (num_nonnulls(award_id, recognition_id) = 1);
alter table "paper_template" drop constraint "paper_template_kind";
alter table "paper_template" add constraint "paper_template_kind" check (kind in ('JURY_DECISION', 'SCREENING_MINUTES', 'ROUND_MINUTES', 'ROUND_SCORECARDS', 'DELIBERATION_MINUTES', 'RESULT_SUBMISSION', 'RESULT_DECISION', 'RESULT_LIST', 'CONTEST_REPORT', 'ADOPTION_DECISION', 'ROLLOUT_MATRIX', 'YEAR_MATRIX', 'PERIOD_REPORT', 'CERTIFICATE', 'RECOGNITION_CERTIFICATE'));
