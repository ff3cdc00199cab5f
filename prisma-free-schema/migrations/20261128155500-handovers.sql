-- Results handed over at home and at ceremonies, each time that it was tried and without names; templates of letters.
alter table "session" drop constraint "session_scopes";
alter table "session" add constraint "session_scopes" check (cardinality(scopes) > 0 and scopes <@ array['UNITS_READ', 'UNITS_WRITE', 'IDENTITY_READ', 'NOTICE_READ', 'NOTICE_WRITE', 'CONTEST_READ', 'CONTEST_WRITE', 'INITIATIVE_READ', 'INITIATIVE_WRITE', 'SCORING_READ', 'SCORING_WRITE', 'AWARD_READ', 'AWARD_WRITE', 'ROLLOUT_READ', 'ROLLOUT_WRITE', 'PROCEDURE_READ', 'PROCEDURE_WRITE', 'FEEDBACK_READ', 'FEEDBACK_WRITE', 'REFORM_READ', 'REFORM_WRITE', 'RECOGNITION_READ', 'RECOGNITION_WRITE', 'PILOT_READ', 'PILOT_WRITE', 'HANDOVER_READ', 'HANDOVER_WRITE', 'EMULATION_READ', 'EMULATION_WRITE', 'PAPERWORK_READ', 'PAPERWORK_WRITE', 'FILES_READ', 'FILES_WRITE', 'JOBS_READ', 'JOBS_WRITE']);
create table "letter_template" ("id" uuid not null, "unit_id" uuid not null, "kind" text not null, "number" int not null, "text" text not null, "signer_position" text not null, "state" text not null, "author_id" uuid null, "approved_by_id" uuid null, "approved_on" date null, "illustrative" boolean not null, "version" int not null default 1, primary key ("id"));
create index "letter_template_author" on "letter_template" ("author_id");
create index "letter_template_approved_by" on "letter_template" ("approved_by_id");
create unique index letter_template_one_in_use on letter_template (unit_id, kind, state) where state <> 'RETIRED';
create index "letter_template_in_order" on "letter_template" ("unit_id", "id");
alter table "letter_template" add constraint "letter_template_number_once" unique ("unit_id", "kind", "number");
alter table "letter_template" add constraint "letter_template_kind" check (kind in ('CONGRATULATION', 'CONDOLENCE'));
alter table "letter_template" add constraint "letter_template_state" check (state in ('PROPOSED', 'APPROVED', 'RETIRED'));
alter table "letter_template" add constraint "letter_template_numbered" check (number > 0);
alter table "letter_template" add constraint "letter_template_says_something" check (btrim(text) <> '' and btrim(signer_position) <> '');
alter table "letter_template" add constraint "letter_template_approved_by_another" check (num_nulls(approved_by_id, approved_on) in (0, 2) and (state <> 'APPROVED' or approved_on is not null) and (state <> 'PROPOSED' or approved_on is null) and approved_by_id <> author_id);

create table "service_model" ("id" uuid not null, "host_id" uuid not null, "rollout_id" uuid null, "kind" text not null, "title" text not null, "decision" text not null, "how_to_ask" text not null, "starts_on" date not null, "ends_on" date null, "illustrative" boolean not null, "version" int not null default 1, primary key ("id"));
create index "service_model_rollout" on "service_model" ("rollout_id");
create index "service_model_of_host" on "service_model" ("host_id", "id");
alter table "service_model" add constraint "service_model_kind" check (kind in ('AT_HOME', 'CEREMONY'));
alter table "service_model" add constraint "service_model_says_what" check (btrim(title) <> '' and btrim(decision) <> '' and btrim(how_to_ask) <> '');
alter table "service_model" add constraint "service_model_ends_after_it_begins" check (ends_on >= starts_on);

create table "service_model_unit" ("id" uuid not null, "model_id" uuid not null, "unit_id" uuid not null, primary key ("id"));
create index "service_model_unit_unit" on "service_model_unit" ("unit_id");
alter table "service_model_unit" add constraint "service_model_unit_once" unique ("model_id", "unit_id");

create table "service_model_procedure" ("id" uuid not null, "model_id" uuid not null, "procedure_id" uuid not null, "occasion" text not null, primary key ("id"));
create index "service_model_procedure_procedure" on "service_model_procedure" ("procedure_id");
alter table "service_model_procedure" add constraint "service_model_procedure_once" unique ("model_id", "procedure_id");
alter table "service_model_procedure" add constraint "service_model_procedure_occasion" check (occasion in ('BIRTH', 'MARRIAGE', 'DEATH', 'OTHER'));

create table "handover" ("id" uuid not null, "model_id" uuid not null, "unit_id" uuid not null, "procedure_id" uuid not null, "occasion" text not null, "day" date not null, "venue" text not null, "by_level" text not null, "asked_for" boolean not null, "letter" text not null, "outcome" text not null, "attempt" int not null, "earlier_id" uuid null, "corrected_because" text null, "voided_on" date null, "void_reason" text null, "version" int not null default 1, primary key ("id"));
create index "handover_model" on "handover" ("model_id");
create index "handover_procedure" on "handover" ("procedure_id");
create index "handover_earlier" on "handover" ("earlier_id");
create index "handover_in_order" on "handover" ("day", "id");
create index "handover_of_unit" on "handover" ("unit_id", "day", "id");
create unique index handover_next_time_once on handover (earlier_id) where voided_on is null;
alter table "handover" add constraint "handover_occasion" check (occasion in ('BIRTH', 'MARRIAGE', 'DEATH', 'OTHER'));
alter table "handover" add constraint "handover_venue" check (venue in ('HOME', 'CEREMONY', 'OFFICE', 'POST'));
alter table "handover" add constraint "handover_by_level" check (by_level in ('DISTRICT_LEADER', 'COMMUNE_LEADER', 'OFFICER', 'POSTAL'));
alter table "handover" add constraint "handover_letter" check (letter in ('CONGRATULATION', 'CONDOLENCE', 'NONE'));
alter table "handover" add constraint "handover_outcome" check (outcome in ('HANDED', 'ABSENT', 'DECLINED'));
alter table "handover" add constraint "handover_condolence_after_death" check (letter = 'NONE' or (occasion = 'DEATH') = (letter = 'CONDOLENCE'));
alter table "handover" add constraint "handover_letter_with_what_is_handed" check (letter = 'NONE' or outcome = 'HANDED');
alter table "handover" add constraint "handover_marriage_in_person" check (occasion <> 'MARRIAGE' or venue in ('CEREMONY', 'OFFICE'));
alter table "handover" add constraint "handover_home_is_asked_for" check (venue <> 'HOME' or asked_for);
alter table "handover" add constraint "handover_post_by_post" check ((venue = 'POST') = (by_level = 'POSTAL'));
alter table "handover" add constraint "handover_after_two_at_office" check (attempt <= 2 or venue = 'OFFICE');
alter table "handover" add constraint "handover_first_has_none_before" check (attempt >= 1 and (attempt = 1) = (earlier_id is null));
alter table "handover" add constraint "handover_voided_with_reason" check (num_nulls(voided_on, void_reason) in (0, 2) and void_reason in ('TYPED_WRONG', 'ENTERED_TWICE', 'NOT_OF_MODEL', 'LEARNT_LATER'));
alter table "handover" add constraint "handover_corrected_with_reason" check (corrected_because in ('TYPED_WRONG', 'ENTERED_TWICE', 'NOT_OF_MODEL', 'LEARNT_LATER'));

alter table "letter_template" add constraint "letter_template_unit_id_foreign" foreign key ("unit_id") references "unit" ("id");
alter table "letter_template" add constraint "letter_template_author_id_foreign" foreign key ("author_id") references "person" ("id") on delete set null;
alter table "letter_template" add constraint "letter_template_approved_by_id_foreign" foreign key ("approved_by_id") references "person" ("id") on delete set null;

alter table "service_model" add constraint "service_model_host_id_foreign" foreign key ("host_id") references "unit" ("id");
alter table "service_model" add constraint "service_model_rollout_id_foreign" foreign key ("rollout_id") references "rollout" ("id") on delete set null;

alter table "service_model_unit" add constraint "service_model_unit_model_id_foreign" foreign key ("model_id") references "service_model" ("id");
alter table "service_model_unit" add constraint "service_model_unit_unit_id_foreign" foreign key ("unit_id") references "unit" ("id");

alter table "service_model_procedure" add constraint "service_model_procedure_model_id_foreign" foreign key ("model_id") references "service_model" ("id");
alter table "service_model_procedure" add constraint "service_model_procedure_procedure_id_foreign" foreign key ("procedure_id") references "procedure" ("id");

alter table "handover" add constraint "handover_model_id_foreign" foreign key ("model_id") references "service_model" ("id");
alter table "handover" add constraint "handover_unit_id_foreign" foreign key ("unit_id") references "unit" ("id");
alter table "handover" add constraint "handover_procedure_id_foreign" foreign key ("procedure_id") references "procedure" ("id");
alter table "handover" add constraint "handover_earlier_id_foreign" foreign key ("earlier_id") references "handover" ("id") on delete set null;

-- Whatever wrote it: a handover is of a unit, a procedure and a day that its model has, the next time follows one at which nobody was there, and none is deleted.
create or replace function handover_as_its_model() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'a handover is voided and never deleted' using errcode = 'check_violation', constraint = 'handover_never_deleted';
  end if;
  if tg_op = 'UPDATE' and (new.voided_on is not null or new.outcome <> 'ABSENT') and exists (select 1 from handover n where n.earlier_id = new.id and n.voided_on is null) then
    raise exception 'what was tried again since stays absent' using errcode = 'check_violation', constraint = 'handover_followed';
  end if;
  if tg_op = 'UPDATE' and (old.model_id, old.unit_id, old.procedure_id, old.occasion, old.day, old.venue, old.attempt, old.earlier_id)
    is not distinct from (new.model_id, new.unit_id, new.procedure_id, new.occasion, new.day, new.venue, new.attempt, new.earlier_id) then
    return new;
  end if;
  if not exists (select 1 from service_model m join service_model_unit u on u.model_id = m.id and u.unit_id = new.unit_id
      join service_model_procedure p on p.model_id = m.id and p.procedure_id = new.procedure_id and p.occasion = new.occasion
      where m.id = new.model_id and new.day >= m.starts_on and coalesce(new.day <= m.ends_on, true) and (new.venue <> 'HOME' or m.kind = 'AT_HOME')) then
    raise exception 'a handover is as its model says' using errcode = 'check_violation', constraint = 'handover_as_its_model';
  end if;
  if new.earlier_id is not null and not exists (select 1 from handover e where e.id = new.earlier_id and e.attempt = new.attempt - 1 and e.outcome = 'ABSENT'
      and e.voided_on is null and e.day <= new.day and (e.model_id, e.unit_id, e.procedure_id) = (new.model_id, new.unit_id, new.procedure_id)) then
    raise exception 'the next time follows one at which nobody was there' using errcode = 'check_violation', constraint = 'handover_follows_absence';
  end if;
  return new;
end $$;
create trigger handover_as_its_model before insert or update or delete on handover for each row execute function handover_as_its_model();
