-- Pilots of roll-outs, registered before their results, and how long files took in their communes.
alter table "session" drop constraint "session_scopes";
alter table "session" add constraint "session_scopes" check (cardinality(scopes) > 0 and scopes <@ array['UNITS_READ', 'UNITS_WRITE', 'IDENTITY_READ', 'NOTICE_READ', 'NOTICE_WRITE', 'CONTEST_READ', 'CONTEST_WRITE', 'INITIATIVE_READ', 'INITIATIVE_WRITE', 'SCORING_READ', 'SCORING_WRITE', 'AWARD_READ', 'AWARD_WRITE', 'ROLLOUT_READ', 'ROLLOUT_WRITE', 'PROCEDURE_READ', 'PROCEDURE_WRITE', 'FEEDBACK_READ', 'FEEDBACK_WRITE', 'RECOGNITION_READ', 'RECOGNITION_WRITE', 'PILOT_READ', 'PILOT_WRITE', 'PAPERWORK_READ', 'PAPERWORK_WRITE', 'FILES_READ', 'FILES_WRITE', 'JOBS_READ', 'JOBS_WRITE']);
create table "pilot" ("id" uuid not null, "rollout_id" uuid not null, "host_id" uuid not null, "title" text not null, "state" text not null, "fields" text[] not null, "weekday" int null, "starts_on" date not null, "ends_on" date not null, "basis" text[] not null, "measure" text not null, "limit_days" int null, "baseline_from" date not null, "baseline_to" date not null, "registered_at" timestamptz null, "ended_on" date null, "end_reason" text null, "concluded_on" date null, "conclusion" text null, "version" int not null default 1, primary key ("id"));
create index "pilot_rollout" on "pilot" ("rollout_id");
create index "pilot_of_host" on "pilot" ("host_id", "id");
create index pilot_public on pilot (id desc) where state <> 'DRAFT';
alter table "pilot" add constraint "pilot_state" check (state in ('DRAFT', 'REGISTERED', 'RUNNING', 'ENDED', 'EXTEND', 'STOP', 'NOT_SHOWN'));
alter table "pilot" add constraint "pilot_measure" check (measure in ('WORKING_DAYS', 'CALENDAR_DAYS'));
alter table "pilot" add constraint "pilot_has_a_title" check (btrim(title) <> '');
alter table "pilot" add constraint "pilot_weekday" check (weekday between 1 and 7);
alter table "pilot" add constraint "pilot_limit" check (limit_days between 1 and 365);
alter table "pilot" add constraint "pilot_ends_after_it_begins" check (ends_on >= starts_on);
alter table "pilot" add constraint "pilot_baseline_ends_after_it_begins" check (baseline_to >= baseline_from);
alter table "pilot" add constraint "pilot_baseline_before_start" check (baseline_to < starts_on);
alter table "pilot" add constraint "pilot_registered_before_it_begins" check ((registered_at is null) = (state = 'DRAFT') and (registered_at at time zone 'Asia/Ho_Chi_Minh')::date < starts_on);
alter table "pilot" add constraint "pilot_ended_when_it_ended" check ((ended_on is null) = (state in ('DRAFT', 'REGISTERED', 'RUNNING')) and ended_on >= starts_on);
alter table "pilot" add constraint "pilot_concluded_with_reason" check (num_nulls(concluded_on, conclusion) in (0, 2) and (concluded_on is not null) = (state in ('EXTEND', 'STOP', 'NOT_SHOWN')) and btrim(conclusion) <> '');
create table "pilot_unit" ("id" uuid not null, "pilot_id" uuid not null, "unit_id" uuid not null, "arm" text not null, "version" int not null default 1, primary key ("id"));
create index "pilot_unit_unit" on "pilot_unit" ("unit_id");
alter table "pilot_unit" add constraint "pilot_unit_once" unique ("pilot_id", "unit_id");
alter table "pilot_unit" add constraint "pilot_unit_arm" check (arm in ('PILOT', 'COMPARISON'));
create table "pilot_file" ("id" uuid not null, "pilot_unit_id" uuid not null, "procedure_version_id" uuid null, "received_on" date not null, "done_on" date not null, "working_days" int not null, "since" boolean not null, primary key ("id"));
create index "pilot_file_procedure_version" on "pilot_file" ("procedure_version_id");
create index "pilot_file_of_unit" on "pilot_file" ("pilot_unit_id", "since");
alter table "pilot_file" add constraint "pilot_file_done_after_received" check (done_on >= received_on);
alter table "pilot_file" add constraint "pilot_file_working_days" check (working_days between 0 and done_on - received_on);
alter table "pilot" add constraint "pilot_rollout_id_foreign" foreign key ("rollout_id") references "rollout" ("id");
alter table "pilot" add constraint "pilot_host_id_foreign" foreign key ("host_id") references "unit" ("id");
alter table "pilot_unit" add constraint "pilot_unit_pilot_id_foreign" foreign key ("pilot_id") references "pilot" ("id");
alter table "pilot_unit" add constraint "pilot_unit_unit_id_foreign" foreign key ("unit_id") references "unit" ("id");
alter table "pilot_file" add constraint "pilot_file_pilot_unit_id_foreign" foreign key ("pilot_unit_id") references "pilot_unit" ("id");
alter table "pilot_file" add constraint "pilot_file_procedure_version_id_foreign" foreign key ("procedure_version_id") references "procedure_version" ("id") on delete set null;

-- Whatever wrote it: what a pilot measures, against whom and against when stands from its registration on, and its files are entered in their time.
create or replace function pilot_stays_as_registered() returns trigger language plpgsql as $$
begin
  if old.state <> 'DRAFT' and (old.rollout_id, old.host_id, old.title, old.fields, old.weekday, old.starts_on, old.ends_on, old.basis, old.measure, old.limit_days,
      old.baseline_from, old.baseline_to, old.registered_at) is distinct from (new.rollout_id, new.host_id, new.title, new.fields, new.weekday, new.starts_on,
      new.ends_on, new.basis, new.measure, new.limit_days, new.baseline_from, new.baseline_to, new.registered_at) then
    raise exception 'a pilot stays as it was registered' using errcode = 'check_violation', constraint = 'pilot_stays_as_registered';
  end if;
  return new;
end $$;
create trigger pilot_stays_as_registered before update on pilot for each row execute function pilot_stays_as_registered();

create or replace function pilot_units_stay_as_registered() returns trigger language plpgsql as $$
begin
  if exists (select 1 from pilot where id in (old.pilot_id, new.pilot_id) and state <> 'DRAFT')
    and (old.pilot_id, old.unit_id, old.arm) is distinct from (new.pilot_id, new.unit_id, new.arm) then
    raise exception 'the units of a pilot stay as they were registered' using errcode = 'check_violation', constraint = 'pilot_stays_as_registered';
  end if;
  return coalesce(new, old);
end $$;
create trigger pilot_units_stay_as_registered before insert or update or delete on pilot_unit for each row execute function pilot_units_stay_as_registered();

create or replace function pilot_files_in_their_time() returns trigger language plpgsql as $$
begin
  if exists (select 1 from pilot_unit u join pilot p on p.id = u.pilot_id where u.id in (old.pilot_unit_id, new.pilot_unit_id)
      and p.state <> case when coalesce(new.since, old.since) then 'RUNNING' else 'DRAFT' end) then
    raise exception 'files of a pilot are entered in their time' using errcode = 'check_violation', constraint = 'pilot_files_in_their_time';
  end if;
  return coalesce(new, old);
end $$;
create trigger pilot_files_in_their_time before insert or update or delete on pilot_file for each row execute function pilot_files_in_their_time();
