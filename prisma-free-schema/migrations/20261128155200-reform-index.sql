-- The reform index: schemes of criteria, years by them, and the points of each unit.
alter table "session" drop constraint "session_scopes";
alter table "session" add constraint "session_scopes" check (cardinality(scopes) > 0 and scopes <@ array['UNITS_READ', 'UNITS_WRITE', 'IDENTITY_READ', 'NOTICE_READ', 'NOTICE_WRITE', 'CONTEST_READ', 'CONTEST_WRITE', 'INITIATIVE_READ', 'INITIATIVE_WRITE', 'SCORING_READ', 'SCORING_WRITE', 'AWARD_READ', 'AWARD_WRITE', 'ROLLOUT_READ', 'ROLLOUT_WRITE', 'PROCEDURE_READ', 'PROCEDURE_WRITE', 'FEEDBACK_READ', 'FEEDBACK_WRITE', 'REFORM_READ', 'REFORM_WRITE', 'RECOGNITION_READ', 'RECOGNITION_WRITE', 'PILOT_READ', 'PILOT_WRITE', 'EMULATION_READ', 'EMULATION_WRITE', 'PAPERWORK_READ', 'PAPERWORK_WRITE', 'FILES_READ', 'FILES_WRITE', 'JOBS_READ', 'JOBS_WRITE']);
create table "index_scheme" ("id" uuid not null, "host_id" uuid not null, "name_vi" text not null, "name_en" text not null, "decision_number" text not null, "decided_on" date not null, "issuer" text not null, "from_year" int not null, "total" numeric not null, "step" numeric not null, "state" text not null, "put_in_force_at" timestamptz null, "illustrative" boolean not null, "version" int not null default 1, primary key ("id"));
create index "index_scheme_host" on "index_scheme" ("host_id");
create unique index index_scheme_of_year_once on index_scheme (host_id, from_year) where state = 'IN_FORCE';
alter table "index_scheme" add constraint "index_scheme_state" check (state in ('DRAFT', 'IN_FORCE'));
alter table "index_scheme" add constraint "index_scheme_by_decision" check (btrim(decision_number) <> '' and btrim(issuer) <> '');
alter table "index_scheme" add constraint "index_scheme_total" check (total > 0 and scale(trim_scale(total)) <= 2);
alter table "index_scheme" add constraint "index_scheme_step" check (step in (0.01, 0.05, 0.1, 0.25, 0.5, 1));
alter table "index_scheme" add constraint "index_scheme_year" check (from_year between 2000 and 2999);
alter table "index_scheme" add constraint "index_scheme_put_in_force" check ((put_in_force_at is not null) = (state = 'IN_FORCE'));
create table "index_year" ("id" uuid not null, "host_id" uuid not null, "scheme_id" uuid not null, "year" int not null, "self_due_on" date not null, "opened_at" timestamptz not null, primary key ("id"));
create index "index_year_scheme" on "index_year" ("scheme_id");
alter table "index_year" add constraint "index_year_once" unique ("host_id", "year");
alter table "index_year" add constraint "index_year_year" check (year between 2000 and 2999);
create table "index_sheet" ("id" uuid not null, "year_id" uuid not null, "unit_id" uuid not null, "state" text not null, "submitted_at" timestamptz null, "submitted_by_id" uuid null, "assessed_at" timestamptz null, "assessed_by_id" uuid null, "settled_at" timestamptz null, "settled_by_id" uuid null, "version" int not null default 1, primary key ("id"));
create index index_sheet_under_way on index_sheet (state) where state <> 'SETTLED';
create index "index_sheet_unit" on "index_sheet" ("unit_id");
create index "index_sheet_submitted_by" on "index_sheet" ("submitted_by_id");
create index "index_sheet_assessed_by" on "index_sheet" ("assessed_by_id");
create index "index_sheet_settled_by" on "index_sheet" ("settled_by_id");
alter table "index_sheet" add constraint "index_sheet_once" unique ("year_id", "unit_id");
alter table "index_sheet" add constraint "index_sheet_state" check (state in ('OPEN', 'SUBMITTED', 'ASSESSED', 'SETTLED'));
alter table "index_sheet" add constraint "index_sheet_done_in_order" check ((submitted_at is not null) = (state <> 'OPEN') and (assessed_at is not null) = (state in ('ASSESSED', 'SETTLED')) and (settled_at is not null) = (state = 'SETTLED') and assessed_at >= submitted_at and settled_at >= assessed_at);
alter table "index_sheet" add constraint "index_sheet_assessed_by_another" check (assessed_by_id <> submitted_by_id and settled_by_id <> submitted_by_id);
create table "index_criterion" ("id" uuid not null, "scheme_id" uuid not null, "group_id" uuid null, "place" int not null, "code" text not null, "name_vi" text not null, "name_en" text not null, "maximum" numeric null, "comparable_key" uuid null, primary key ("id"));
create index "index_criterion_group" on "index_criterion" ("group_id");
alter table "index_criterion" add constraint "index_criterion_code_once" unique ("scheme_id", "code");
alter table "index_criterion" add constraint "index_criterion_place_once" unique ("scheme_id", "place");
alter table "index_criterion" add constraint "index_criterion_compared_once" unique ("scheme_id", "comparable_key");
alter table "index_criterion" add constraint "index_criterion_named" check (btrim(code) <> '' and btrim(name_vi) <> '');
alter table "index_criterion" add constraint "index_criterion_maximum" check (maximum > 0 and scale(trim_scale(maximum)) <= 2);
alter table "index_criterion" add constraint "index_criterion_group_or_scored" check ((group_id is null) = (maximum is null) and (maximum is null) = (comparable_key is null) and group_id <> id);
create table "index_score" ("id" uuid not null, "sheet_id" uuid not null, "criterion_id" uuid not null, "maximum" numeric not null, "step" numeric not null, "self_points" numeric null, "assessed_points" numeric null, "final_points" numeric null, "evidence" text null, "assessed_reason" text null, "final_reason" text null, primary key ("id"));
create index "index_score_criterion" on "index_score" ("criterion_id");
alter table "index_score" add constraint "index_score_once" unique ("sheet_id", "criterion_id");
alter table "index_score" add constraint "index_score_within" check (self_points between 0 and maximum and self_points % step = 0 and assessed_points between 0 and maximum and assessed_points % step = 0 and final_points between 0 and maximum and final_points % step = 0);
alter table "index_score" add constraint "index_score_with_reason" check ((assessed_points is null or (self_points is not null and (assessed_points = self_points or coalesce(btrim(assessed_reason) <> '', false)))) and (final_points is null or (assessed_points is not null and (final_points = assessed_points or coalesce(btrim(final_reason) <> '', false)))));
alter table "index_scheme" add constraint "index_scheme_host_id_foreign" foreign key ("host_id") references "unit" ("id");
alter table "index_year" add constraint "index_year_host_id_foreign" foreign key ("host_id") references "unit" ("id");
alter table "index_year" add constraint "index_year_scheme_id_foreign" foreign key ("scheme_id") references "index_scheme" ("id");
alter table "index_sheet" add constraint "index_sheet_year_id_foreign" foreign key ("year_id") references "index_year" ("id");
alter table "index_sheet" add constraint "index_sheet_unit_id_foreign" foreign key ("unit_id") references "unit" ("id");
alter table "index_sheet" add constraint "index_sheet_submitted_by_id_foreign" foreign key ("submitted_by_id") references "person" ("id") on delete set null;
alter table "index_sheet" add constraint "index_sheet_assessed_by_id_foreign" foreign key ("assessed_by_id") references "person" ("id") on delete set null;
alter table "index_sheet" add constraint "index_sheet_settled_by_id_foreign" foreign key ("settled_by_id") references "person" ("id") on delete set null;
alter table "index_criterion" add constraint "index_criterion_scheme_id_foreign" foreign key ("scheme_id") references "index_scheme" ("id");
alter table "index_criterion" add constraint "index_criterion_group_id_foreign" foreign key ("group_id") references "index_criterion" ("id") on delete set null;
alter table "index_score" add constraint "index_score_sheet_id_foreign" foreign key ("sheet_id") references "index_sheet" ("id");
alter table "index_score" add constraint "index_score_criterion_id_foreign" foreign key ("criterion_id") references "index_criterion" ("id");
-- Whatever wrote it: a scheme of the index stands from when it is put in force, and its maxima add up to its total.
create or replace function index_scheme_stays_in_force() returns trigger language plpgsql as $$
begin
  if old.state = 'IN_FORCE' and new is distinct from old then
    raise exception 'a scheme in force stays' using errcode = 'check_violation', constraint = 'index_scheme_stays_in_force';
  end if;
  if new.state = 'IN_FORCE' and old.state = 'DRAFT'
    and new.total is distinct from (select sum(maximum) from index_criterion where scheme_id = new.id) then
    raise exception 'the maxima of a scheme add up to its total' using errcode = 'check_violation', constraint = 'index_scheme_adds_up';
  end if;
  return new;
end $$;
create trigger index_scheme_stays_in_force before update on index_scheme for each row execute function index_scheme_stays_in_force();

create or replace function index_criteria_stay_in_force() returns trigger language plpgsql as $$
begin
  if exists (select 1 from index_scheme where id in (old.scheme_id, new.scheme_id) and state = 'IN_FORCE') then
    raise exception 'the criteria of a scheme in force stay' using errcode = 'check_violation', constraint = 'index_scheme_stays_in_force';
  end if;
  return coalesce(new, old);
end $$;
create trigger index_criteria_stay_in_force before insert or update or delete on index_criterion for each row execute function index_criteria_stay_in_force();

-- The sheet of a unit goes step by step, each with points for every criterion, and nobody of the unit assesses or settles it.
create or replace function index_sheet_step_by_step() returns trigger language plpgsql as $$
begin
  if (old.state, new.state) not in (('OPEN', 'OPEN'), ('OPEN', 'SUBMITTED'), ('SUBMITTED', 'SUBMITTED'), ('SUBMITTED', 'ASSESSED'), ('ASSESSED', 'ASSESSED'), ('ASSESSED', 'SETTLED'))
    or (old.year_id, old.unit_id) is distinct from (new.year_id, new.unit_id)
    or old.state <> new.state and exists (select 1 from index_score s where s.sheet_id = new.id
      and case new.state when 'SUBMITTED' then s.self_points when 'ASSESSED' then s.assessed_points else s.final_points end is null) then
    raise exception 'the sheet of a unit goes step by step' using errcode = 'check_violation', constraint = 'index_sheet_step_by_step';
  end if;
  if exists (select 1 from person p where p.id in (new.assessed_by_id, new.settled_by_id) and p.unit_id = new.unit_id) and new.state <> old.state
    and new.state in ('ASSESSED', 'SETTLED') then
    raise exception 'nobody assesses their own unit' using errcode = 'check_violation', constraint = 'index_sheet_assessed_by_another';
  end if;
  return new;
end $$;
create trigger index_sheet_step_by_step before update on index_sheet for each row execute function index_sheet_step_by_step();

create or replace function index_scores_in_their_time() returns trigger language plpgsql as $$
declare
  at_step text := (select state from index_sheet where id = coalesce(new.sheet_id, old.sheet_id));
begin
  if tg_op = 'DELETE' and at_step is not null
    or tg_op = 'INSERT' and (at_step <> 'OPEN' or num_nonnulls(new.assessed_points, new.final_points) > 0)
    or tg_op = 'UPDATE' and (
      (old.sheet_id, old.criterion_id, old.maximum, old.step) is distinct from (new.sheet_id, new.criterion_id, new.maximum, new.step)
      or (old.self_points, old.evidence) is distinct from (new.self_points, new.evidence) and at_step <> 'OPEN'
      or (old.assessed_points, old.assessed_reason) is distinct from (new.assessed_points, new.assessed_reason) and at_step <> 'SUBMITTED'
      or (old.final_points, old.final_reason) is distinct from (new.final_points, new.final_reason) and at_step <> 'ASSESSED') then
    raise exception 'points are written in the step that the sheet is at' using errcode = 'check_violation', constraint = 'index_scores_in_their_time';
  end if;
  return coalesce(new, old);
end $$;
create trigger index_scores_in_their_time before insert or update or delete on index_score for each row execute function index_scores_in_their_time();
