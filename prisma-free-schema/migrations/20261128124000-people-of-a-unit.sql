-- Whoever heads a unit is asked for what its people achieved.
create index person_of_unit on person (unit_id);
-- Programs may be given pilots and achievements, each of which came with a list of its own.
alter table "session" drop constraint "session_scopes";
alter table "session" add constraint "session_scopes" check (cardinality(scopes) > 0 and scopes <@ array['UNITS_READ', 'UNITS_WRITE', 'IDENTITY_READ', 'NOTICE_READ', 'NOTICE_WRITE', 'CONTEST_READ', 'CONTEST_WRITE', 'INITIATIVE_READ', 'INITIATIVE_WRITE', 'SCORING_READ', 'SCORING_WRITE', 'AWARD_READ', 'AWARD_WRITE', 'ROLLOUT_READ', 'ROLLOUT_WRITE', 'PROCEDURE_READ', 'PROCEDURE_WRITE', 'FEEDBACK_READ', 'FEEDBACK_WRITE', 'RECOGNITION_READ', 'RECOGNITION_WRITE', 'PILOT_READ', 'PILOT_WRITE', 'EMULATION_READ', 'EMULATION_WRITE', 'PAPERWORK_READ', 'PAPERWORK_WRITE', 'FILES_READ', 'FILES_WRITE', 'JOBS_READ', 'JOBS_WRITE']);
