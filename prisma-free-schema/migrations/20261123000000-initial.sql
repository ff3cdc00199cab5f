create extension if not exists pg_trgm;
create extension if not exists unaccent;
create extension if not exists btree_gist;


-- How text is compared in search: tone marks gone, đ as d, lower case. The same rule as fold() of the kernel.
create or replace function fold_text(value text) returns text
  language sql immutable parallel safe strict
  return regexp_replace(lower(translate(normalize(value, nfd), 'đĐ' || U&'\0300\0301\0302\0303\0306\0309\031B\0323', 'dd')), '\s+', ' ', 'g');


create table "audit_entry" ("seq" bigint not null, "at" timestamptz not null, "actor_id" uuid not null, "operation" text not null, "subject_type" text not null, "subject_id" text not null, "body" text not null, "previous_hash" text not null, "hash" text not null, primary key ("seq"));
create index "audit_entry_at_index" on "audit_entry" ("at");
create index "audit_entry_actor_id_index" on "audit_entry" ("actor_id");
create index "audit_entry_subject_id_index" on "audit_entry" ("subject_id");
alter table "audit_entry" add constraint "audit_entry_hash_unique" unique ("hash");
alter table "audit_entry" add constraint "audit_entry_first_has_no_previous" check ((seq = 1) = (previous_hash = ''));

create table "audit_personal" ("seq" bigint not null, "salt" text not null, "value" jsonb null, "erased_at" timestamptz null, primary key ("seq"));

create table "lock_out" ("key" text not null, "failures" int not null, "locked_until" timestamptz null, "last_failure_at" timestamptz not null, primary key ("key"));
create index "lock_out_last_failure_at_index" on "lock_out" ("last_failure_at");

create table "mutation_key" ("actor_id" uuid not null, "operation" text not null, "key" text not null, "input_hash" text not null, "result_type" text null, "result_id" text null, "created_at" timestamptz not null, primary key ("actor_id", "operation", "key"));
create index "mutation_key_created_at_index" on "mutation_key" ("created_at");

create table "outbox_delivery" ("event_id" uuid not null, "handler" text not null, "delivered_at" timestamptz not null, primary key ("event_id", "handler"));

create table "outbox_event" ("id" uuid not null, "type" text not null, "payload" jsonb not null, "created_at" timestamptz not null default now(), "available_at" timestamptz not null, "attempts" int not null default 0, "done_at" timestamptz null, "last_error" text null, primary key ("id"));
create index outbox_event_due on outbox_event (available_at, id) where done_at is null;

create table "reform_area" ("id" uuid not null, "code" text not null, "name_vi" text not null, "name_en" text not null, "source" text null, "order" int not null, "retired" boolean not null, "version" int not null default 1, primary key ("id"));
alter table "reform_area" add constraint "reform_area_code" unique ("code");

create table "stored_file" ("id" uuid not null, "owner_type" text not null, "owner_id" uuid not null, "file_name" text not null, "content_type" text not null, "size" bigint not null, "sha256" text null, "incoming_key" text not null, "uploaded_by" uuid not null, "created_at" timestamptz not null, "kept_at" timestamptz null, "removed_at" timestamptz null, primary key ("id"));
create index "stored_file_owner" on "stored_file" ("owner_type", "owner_id");
create index "stored_file_sha256" on "stored_file" ("sha256");
alter table "stored_file" add constraint "stored_file_kept_iff_hashed" check ((kept_at is null) = (sha256 is null));
alter table "stored_file" add constraint "stored_file_not_empty" check (size > 0);

create table "unit" ("id" uuid not null, "kind" text not null, "code" text null, "abbreviation" text null, "name_vi" text not null, "name_en" text not null, "parent_id" uuid null, "valid_from" date not null, "valid_to" date null, "version" int not null default 1, primary key ("id"));
create index "unit_parent" on "unit" ("parent_id");
create index "unit_code" on "unit" ("code");
alter table "unit" add constraint "unit_kind" check (kind in ('CITY', 'DISTRICT', 'DEPARTMENT', 'COMMUNE', 'TOWNSHIP', 'WARD'));
alter table "unit" add constraint "unit_is_not_its_own_parent" check (parent_id <> id);
alter table "unit" add constraint "unit_ends_after_it_begins" check (valid_to >= valid_from);

create table "roster" ("id" uuid not null, "host_id" uuid not null, "as_of" date not null, primary key ("id"));

create table "roster_unit" ("roster_id" uuid not null, "unit_id" uuid not null, primary key ("roster_id", "unit_id"));

create table "reporting_period" ("id" uuid not null, "host_id" uuid not null, "key" text not null, "name_vi" text not null, "name_en" text not null, "starts_on" date not null, "ends_on" date not null, "due_on" date not null, "closed_at" timestamptz null, "version" int not null default 1, primary key ("id"));
create index "reporting_period_due_on_index" on "reporting_period" ("due_on");
alter table "reporting_period" add constraint "reporting_period_key" unique ("host_id", "key");
alter table "reporting_period" add constraint "reporting_period_ends_after_it_begins" check (ends_on >= starts_on);
alter table "reporting_period" add constraint "reporting_period_due_after_it_begins" check (due_on >= starts_on);

create table "person" ("id" uuid not null, "full_name" text not null, "email" text null, "phone" text null, "locale" text not null, "unit_id" uuid null, "external" boolean not null, "version" int not null default 1, primary key ("id"));
alter table "person" add constraint "person_email" unique ("email");
alter table "person" add constraint "person_email_is_lower_case" check (email = lower(email));
alter table "person" add constraint "person_locale" check (locale in ('vi', 'en'));

create table "session" ("id" uuid not null, "person_id" uuid not null, "kind" text not null, "token_hash" text not null, "label" text null, "created_at" timestamptz not null, "expires_at" timestamptz not null, "revoked_at" timestamptz null, primary key ("id"));
create index "session_person_id_index" on "session" ("person_id");
alter table "session" add constraint "session_token" unique ("token_hash");
alter table "session" add constraint "session_kind" check (kind in ('COOKIE', 'BEARER'));

create table "role_grant" ("id" uuid not null, "person_id" uuid not null, "role" text not null, "unit_id" uuid not null, "valid_from" date not null, "valid_to" date null, "revoked_at" timestamptz null, "version" int not null default 1, primary key ("id"));
create index "role_grant_person_id_index" on "role_grant" ("person_id");
create index "role_grant_unit_id_index" on "role_grant" ("unit_id");
alter table "role_grant" add constraint "role_grant_role" check (role in ('SUBMITTER', 'JUDGE', 'ORGANISER', 'LEADER', 'COMMUNE_OFFICER', 'ADMIN'));
alter table "role_grant" add constraint "role_grant_ends_after_it_begins" check (valid_to >= valid_from);

create table "report" ("id" uuid not null, "period_id" uuid not null, "unit_id" uuid not null, "state" text not null, "note" text null, "received_at" timestamptz null, "submitted_at" timestamptz null, "submitted_by_id" uuid null, "decided_at" timestamptz null, "decided_by_id" uuid null, "return_reason" text null, "version" int not null default 1, primary key ("id"));
create index "report_unit_id_index" on "report" ("unit_id");
alter table "report" add constraint "report_once_per_unit" unique ("period_id", "unit_id");
alter table "report" add constraint "report_state" check (state in ('DRAFT', 'SUBMITTED', 'APPROVED', 'RETURNED'));
alter table "report" add constraint "report_received_iff_submitted" check ((state = 'DRAFT') = (received_at is null));
alter table "report" add constraint "report_decided_iff_settled" check ((state in ('APPROVED', 'RETURNED')) = (decided_at is not null));
alter table "report" add constraint "report_returned_with_reason" check (state <> 'RETURNED' or return_reason is not null);

create table "position" ("id" uuid not null, "person_id" uuid not null, "unit_id" uuid not null, "title_vi" text not null, "title_en" text not null, "is_head" boolean not null default false, "from" date not null, "to" date null, primary key ("id"));
create index "position_person_id_index" on "position" ("person_id");
create index "position_unit_id_index" on "position" ("unit_id");
alter table "position" add constraint "position_ends_after_it_begins" check ("to" >= "from");

create table "one_time_link" ("id" uuid not null, "kind" text not null, "person_id" uuid null, "token_hash" text not null, "created_at" timestamptz not null, "expires_at" timestamptz not null, "used_at" timestamptz null, primary key ("id"));
create index "one_time_link_person_id_index" on "one_time_link" ("person_id");
alter table "one_time_link" add constraint "one_time_link_token" unique ("token_hash");
alter table "one_time_link" add constraint "one_time_link_kind" check (kind in ('PASSWORD_RESET', 'INVITATION', 'FIRST_ADMINISTRATOR'));
alter table "one_time_link" add constraint "one_time_link_of_a_person" check ((person_id is null) = (kind = 'FIRST_ADMINISTRATOR'));

create table "notice" ("id" uuid not null, "person_id" uuid not null, "kind" text not null, "subject_vi" text not null, "subject_en" text not null, "text_vi" text not null, "text_en" text not null, "path" text not null, "dedupe_key" text not null, "created_at" timestamptz not null, "read_at" timestamptz null, primary key ("id"));
alter table "notice" add constraint "notice_once" unique ("person_id", "dedupe_key");

create table "mail" ("id" uuid not null, "person_id" uuid not null, "to_address" text not null, "to_name" text not null, "locale" text not null, "subject" text not null, "text" text not null, "path" text null, "secret" boolean not null default false, "dedupe_key" text not null, "created_at" timestamptz not null, "next_attempt_at" timestamptz null, "attempts" int not null default 0, "sent_at" timestamptz null, "message_id" text null, "last_error" text null, primary key ("id"));
create index mail_due on mail (next_attempt_at, id) where sent_at is null;
alter table "mail" add constraint "mail_once" unique ("person_id", "dedupe_key");

create table "account" ("id" uuid not null, "person_id" uuid not null, "password_hash" text null, "password_changed_at" timestamptz null, "disabled_at" timestamptz null, "disabled_reason" text null, "created_at" timestamptz not null, "version" int not null default 1, primary key ("id"));
alter table "account" add constraint "account_person_id_unique" unique ("person_id");
alter table "account" add constraint "account_person" unique ("person_id");
alter table "account" add constraint "account_disabled_with_reason" check ((disabled_at is null) = (disabled_reason is null));

create table "period_exception" ("id" uuid not null, "period_id" uuid not null, "unit_id" uuid not null, "reason" text not null, "until" date not null, "granted_by_id" uuid null, "granted_at" timestamptz not null, primary key ("id"));
create index "period_exception_unit_id_index" on "period_exception" ("unit_id");
create index "period_exception_of" on "period_exception" ("period_id", "unit_id", "until");

create table "contest" ("id" uuid not null, "year" int not null, "title" text not null, "title_en" text not null, "objectives" text not null, "host_id" uuid not null, "roster_id" uuid not null, "phase" text not null, "announced_at" timestamptz null, "held_at" timestamptz null, "held_reason" text null, "cancel_reason" text null, "head_confirms" boolean not null, "grace_minutes" int not null, "max_files" int not null, "max_file_bytes" int not null, "recorded" boolean not null, "illustrative" boolean not null, "edits" int not null, "version" int not null default 1, primary key ("id"));
create index "contest_year" on "contest" ("year");
alter table "contest" add constraint "contest_once" unique ("host_id", "year", "title");
alter table "contest" add constraint "contest_phase" check (phase in ('DRAFT', 'ANNOUNCED', 'OPEN', 'SCREENING', 'JUDGING', 'DELIBERATION', 'PUBLISHED', 'ARCHIVED', 'CANCELLED'));
alter table "contest" add constraint "contest_year_in_range" check (year between 2000 and 2100);
alter table "contest" add constraint "contest_cancelled_iff_reason" check ((phase = 'CANCELLED') = (cancel_reason is not null));
alter table "contest" add constraint "contest_announced_once_public" check (announced_at is not null or recorded or phase in ('DRAFT', 'CANCELLED'));
alter table "contest" add constraint "contest_recorded_is_past" check (not recorded or phase = 'ARCHIVED');
alter table "contest" add constraint "contest_held_iff_reason" check ((held_at is null) = (held_reason is null));
alter table "contest" add constraint "contest_grace" check (grace_minutes between 0 and 1440);
alter table "contest" add constraint "contest_files" check (max_files between 0 and 50 and max_file_bytes between 1024 and 209715200);

create table "seat" ("id" uuid not null, "contest_id" uuid not null, "person_id" uuid not null, "kind" text not null, "chair" boolean not null, "from" timestamptz not null, "ended_at" timestamptz null, "end_reason" text null, primary key ("id"));
create index "seat_contest" on "seat" ("contest_id");
create unique index seat_active on seat (contest_id, person_id, kind) where ended_at is null;
create unique index seat_one_chair on seat (contest_id) where chair and ended_at is null;
create index "seat_person" on "seat" ("person_id");
alter table "seat" add constraint "seat_kind" check (kind in ('ORGANISER', 'SECRETARY', 'JUDGE', 'LEADER'));
alter table "seat" add constraint "seat_chair_is_judge" check (not chair or kind = 'JUDGE');
alter table "seat" add constraint "seat_ends_after_it_begins" check (ended_at >= "from");

create table "jury_member" ("id" uuid not null, "seat_id" uuid not null, "load_min" int not null, "load_max" int null, "absent_from" date null, "absent_to" date null, "version" int not null default 1, primary key ("id"));
alter table "jury_member" add constraint "jury_member_once" unique ("seat_id");
alter table "jury_member" add constraint "jury_member_load" check (load_min >= 0 and load_max >= load_min);
alter table "jury_member" add constraint "jury_member_absence" check (absent_to >= absent_from);

create table "rule_book" ("id" uuid not null, "contest_id" uuid not null, "number" int not null, "content" jsonb not null, "hash" text null, "frozen_at" timestamptz null, "decision_number" text null, "decision_reason" text null, primary key ("id"));
alter table "rule_book" add constraint "rule_book_number" unique ("contest_id", "number");
alter table "rule_book" add constraint "rule_book_frozen_iff_hash" check ((frozen_at is null) = (hash is null));
alter table "rule_book" add constraint "rule_book_amended_by_decision" check (number = 1 or (decision_number is not null and decision_reason is not null and frozen_at is not null));

create table "round" ("id" uuid not null, "contest_id" uuid not null, "key" text not null, "ordinal" int not null, "last" boolean not null, "state" text not null, "rule" jsonb not null, "rule_book_id" uuid null, "opened_at" timestamptz null, "closed_at" timestamptz null, "aggregation" text null, "version" int not null default 1, primary key ("id"));
alter table "round" add constraint "round_key_once" unique ("contest_id", "key");
alter table "round" add constraint "round_ordinal_once" unique ("contest_id", "ordinal");
alter table "round" add constraint "round_state" check (state in ('PLANNED', 'OPEN', 'SETTLING', 'CLOSED'));
alter table "round" add constraint "round_opened_iff_ruled" check ((state = 'PLANNED') = (opened_at is null) and (opened_at is null) = (rule_book_id is null));
alter table "round" add constraint "round_closed_iff_dated" check ((state = 'CLOSED') = (closed_at is not null));

create table "receipt_counter" ("contest_id" uuid not null, "last" int not null, primary key ("contest_id"));

create table "prize_tier" ("id" uuid not null, "contest_id" uuid not null, "key" text not null, "name_vi" text not null, "name_en" text not null, "quantity" int not null, "amount" bigint not null, "order" int not null, primary key ("id"));
alter table "prize_tier" add constraint "prize_tier_key" unique ("contest_id", "key");
alter table "prize_tier" add constraint "prize_tier_order" unique ("contest_id", "order") deferrable initially deferred;
alter table "prize_tier" add constraint "prize_tier_quantity" check (quantity between 1 and 1000);
alter table "prize_tier" add constraint "prize_tier_amount" check (amount >= 0);

create table "phase" ("id" uuid not null, "contest_id" uuid not null, "kind" text not null, "starts_at" timestamptz not null, "ends_at" timestamptz null, "permits" text[] not null, "entered_at" timestamptz null, "due_told_at" timestamptz null, "told_days_before" int null, primary key ("id"));
alter table "phase" add constraint "phase_once" unique ("contest_id", "kind");
alter table "phase" add constraint "phase_kind" check (kind in ('ANNOUNCED', 'OPEN', 'SCREENING', 'JUDGING', 'DELIBERATION', 'PUBLISHED'));
alter table "phase" add constraint "phase_ends_after_it_begins" check (ends_at > starts_at);
alter table "phase" add constraint "phase_open_has_deadline" check (kind <> 'OPEN' or ends_at is not null);

create table "initiative" ("id" uuid not null, "contest_id" uuid not null, "area_id" uuid not null, "owner_id" uuid not null, "code" text null, "title" text not null, "problem" text not null, "solution" text not null, "novelty" text not null, "effect" text not null, "influence" text not null, "first_applied_on" date null, "confidential" text null, "state" text not null, "receipt_number" int null, "submitted_at" timestamptz null, "own_work_at" timestamptz null, "not_prized_elsewhere_at" timestamptz null, "nobody_on_jury_at" timestamptz null, "confirmed_at" timestamptz null, "confirmed_by_id" uuid null, "return_due_at" timestamptz null, "paper_received_at" timestamptz null, "entered_by_id" uuid null, "created_by_id" uuid null, "end_reason" text null, "illustrative" boolean not null, "saved_at" timestamptz not null, "version" int not null, primary key ("id"));
create index initiative_received on initiative (contest_id, submitted_at desc nulls last, id desc);
create index initiative_saved on initiative (owner_id, saved_at desc, id desc);
create index "initiative_area" on "initiative" ("area_id");
alter table "initiative" add constraint "initiative_receipt_once" unique ("contest_id", "receipt_number");
alter table "initiative" add constraint "initiative_state" check (state in ('DRAFT', 'SUBMITTED', 'RETURNED', 'ELIGIBLE', 'REJECTED', 'WITHDRAWN', 'DISQUALIFIED'));
alter table "initiative" add constraint "initiative_influence" check (influence in ('ESTABLISHMENT', 'PROVINCE', 'NATIONAL'));
alter table "initiative" add constraint "initiative_received_whole" check ((submitted_at is null) = (receipt_number is null) and (submitted_at is null) = (code is null));
alter table "initiative" add constraint "initiative_draft_is_not_received" check (submitted_at is null or state <> 'DRAFT');
alter table "initiative" add constraint "initiative_course_begins_with_receipt" check (submitted_at is not null or state in ('DRAFT', 'WITHDRAWN'));
alter table "initiative" add constraint "initiative_returned_iff_due" check ((state = 'RETURNED') = (return_due_at is not null));
alter table "initiative" add constraint "initiative_confirmed_by_someone" check ((confirmed_at is null) = (confirmed_by_id is null));
alter table "initiative" add constraint "initiative_paper_has_who_entered_it" check (paper_received_at is null or entered_by_id is not null);
alter table "initiative" add constraint "initiative_ended_iff_reason" check ((state in ('WITHDRAWN', 'DISQUALIFIED')) = (end_reason is not null));

create table "standing" ("id" uuid not null, "round_id" uuid not null, "initiative_id" uuid not null, "rank" int null, "place" int not null, "score" numeric not null, "cards" int not null, "spread" numeric not null, "state" text not null, "decided_by" text null, "criteria" jsonb not null, primary key ("id"));
create index "standing_initiative" on "standing" ("initiative_id");
alter table "standing" add constraint "standing_once" unique ("round_id", "initiative_id");
alter table "standing" add constraint "standing_place_once" unique ("round_id", "place");
alter table "standing" add constraint "standing_state" check (state in ('PASSED', 'CUT_OFF', 'KNOCKED_OUT'));
alter table "standing" add constraint "standing_ranked_iff_not_out" check ((rank is null) = (state = 'KNOCKED_OUT'));

create table "screening" ("id" uuid not null, "initiative_id" uuid not null, "verdict" text not null, "reasons" text not null, "due_at" timestamptz null, "by_id" uuid null, "at" timestamptz not null, primary key ("id"));
create index "screening_initiative" on "screening" ("initiative_id");
alter table "screening" add constraint "screening_verdict" check (verdict in ('ELIGIBLE', 'REJECTED', 'RETURNED'));
alter table "screening" add constraint "screening_returned_iff_due" check ((verdict = 'RETURNED') = (due_at is not null));

create table "scorecard" ("id" uuid not null, "round_id" uuid not null, "initiative_id" uuid not null, "judge_id" uuid not null, "state" text not null, "extra" boolean not null, "marks" jsonb not null, "total" numeric null, "nonce" text null, "hash" text null, "assigned_at" timestamptz not null, "signed_at" timestamptz null, "excused_at" timestamptz null, "excuse_reason" text null, "version" int not null default 1, primary key ("id"));
create index "scorecard_judge" on "scorecard" ("judge_id", "round_id");
create index "scorecard_initiative" on "scorecard" ("initiative_id");
alter table "scorecard" add constraint "scorecard_once" unique ("round_id", "initiative_id", "judge_id");
alter table "scorecard" add constraint "scorecard_state" check (state in ('DRAFT', 'SIGNED', 'EXCUSED'));
alter table "scorecard" add constraint "scorecard_signed_iff_total" check ((signed_at is null) = (total is null));
alter table "scorecard" add constraint "scorecard_signed_iff_hash" check ((signed_at is null) = (hash is null) and (hash is null) = (nonce is null));
alter table "scorecard" add constraint "scorecard_signed_iff_dated" check (case state when 'SIGNED' then signed_at is not null when 'DRAFT' then signed_at is null else true end);
alter table "scorecard" add constraint "scorecard_excused_iff_reason" check ((state = 'EXCUSED') = (excuse_reason is not null));

create table "rollout" ("id" uuid not null, "initiative_id" uuid not null, "roster_id" uuid not null, "kind" text not null, "title_vi" text not null, "title_en" text not null, "reason" text not null, "legal_basis" text null, "lead_unit_id" uuid not null, "plan" text null, "resources" text null, "cost" bigint null, "decision_number" text null, "decision_date" date null, "decision_title" text null, "started_on" date not null, "due_on" date null, "illustrative" boolean not null, "version" int not null default 1, primary key ("id"));
create index "rollout_roster_id_index" on "rollout" ("roster_id");
create index "rollout_lead_unit_id_index" on "rollout" ("lead_unit_id");
create index "rollout_started_on_index" on "rollout" ("started_on");
alter table "rollout" add constraint "rollout_once_per_initiative" unique ("initiative_id");
alter table "rollout" add constraint "rollout_kind" check (kind in ('DECISION', 'OWN_CHOICE'));
alter table "rollout" add constraint "rollout_decided_iff_by_decision" check ((kind = 'DECISION') = (decision_number is not null and decision_date is not null));
alter table "rollout" add constraint "rollout_due_after_start" check (due_on >= started_on);
alter table "rollout" add constraint "rollout_cost_not_negative" check (cost >= 0);

create table "indicator" ("id" uuid not null, "rollout_id" uuid not null, "key" text not null, "ordinal" int not null, "name_vi" text not null, "name_en" text not null, "unit_vi" text not null, "unit_en" text not null, "direction" text not null, "aggregation" text not null, "baseline" numeric null, "target" numeric null, primary key ("id"));
alter table "indicator" add constraint "indicator_key" unique ("rollout_id", "key");
alter table "indicator" add constraint "indicator_direction" check (direction in ('UP', 'DOWN'));
alter table "indicator" add constraint "indicator_aggregation" check (aggregation in ('SUM', 'LAST', 'RATIO'));

create table "figure" ("id" uuid not null, "indicator_id" uuid not null, "unit_id" uuid not null, "report_id" uuid null, "starts_on" date not null, "ends_on" date not null, "value" numeric null, "numerator" numeric null, "denominator" numeric null, "source" text not null, "verified" boolean not null, "verified_at" timestamptz null, "verified_by_id" uuid null, "illustrative" boolean not null, "note" text null, "by_id" uuid null, "at" timestamptz not null, "version" int not null default 1, primary key ("id"));
create index "figure_unit_id_index" on "figure" ("unit_id");
create index "figure_report_id_index" on "figure" ("report_id");
alter table "figure" add constraint "figure_once_per_source" unique ("indicator_id", "unit_id", "starts_on", "ends_on", "source");
alter table "figure" add constraint "figure_ends_after_it_begins" check (ends_on >= starts_on);
alter table "figure" add constraint "figure_is_one_number_or_two" check ((value is null) = (numerator is not null) and (numerator is null) = (denominator is null));
alter table "figure" add constraint "figure_parts_not_negative" check (numerator >= 0 and denominator >= 0);
alter table "figure" add constraint "figure_verified_by_someone" check (verified = (verified_at is not null));

create table "initiative_version" ("id" uuid not null, "initiative_id" uuid not null, "number" int not null, "content" jsonb not null, "hash" text not null, "submitted_at" timestamptz not null, "submitted_by_id" uuid null, primary key ("id"));
alter table "initiative_version" add constraint "initiative_version_number" unique ("initiative_id", "number");

create table "initiative_search" ("initiative_id" uuid not null, "title" text not null, "words" tsvector not null, primary key ("initiative_id"));
create index initiative_search_title on initiative_search using gin (title gin_trgm_ops);
create index initiative_search_words on initiative_search using gin (words);

create table "initiative_link" ("id" uuid not null, "initiative_id" uuid not null, "earlier_id" uuid not null, "verdict" text not null, "reason" text null, "by_id" uuid null, "at" timestamptz not null, primary key ("id"));
create index "initiative_link_earlier" on "initiative_link" ("earlier_id");
alter table "initiative_link" add constraint "initiative_link_once" unique ("initiative_id", "earlier_id");
alter table "initiative_link" add constraint "initiative_link_verdict" check (verdict in ('NEW', 'IMPROVES', 'DUPLICATES'));
alter table "initiative_link" add constraint "initiative_link_not_to_itself" check (initiative_id <> earlier_id);

create table "initiative_author" ("id" uuid not null, "initiative_id" uuid not null, "person_id" uuid not null, "share" numeric(5,2) not null, "lead" boolean not null, "order" int not null, primary key ("id"));
create index "initiative_author_person" on "initiative_author" ("person_id");
create unique index initiative_author_one_lead on initiative_author (initiative_id) where lead;
alter table "initiative_author" add constraint "initiative_author_once" unique ("initiative_id", "person_id");
alter table "initiative_author" add constraint "initiative_author_share" check (share > 0 and share <= 100);

create table "attestation" ("id" uuid not null, "initiative_id" uuid not null, "judge_id" uuid not null, "attested_at" timestamptz not null, primary key ("id"));
alter table "attestation" add constraint "attestation_once" unique ("initiative_id", "judge_id");

create table "final_standing" ("id" uuid not null, "contest_id" uuid not null, "rule_book_id" uuid not null, "initiative_id" uuid not null, "rank" int null, "place" int not null, "score" numeric not null, "reached" text not null, "state" text not null, "decided_by" text null, primary key ("id"));
create index "final_standing_initiative" on "final_standing" ("initiative_id");
alter table "final_standing" add constraint "final_standing_once" unique ("contest_id", "initiative_id");
alter table "final_standing" add constraint "final_standing_place_once" unique ("contest_id", "place");
alter table "final_standing" add constraint "final_standing_state" check (state in ('FINALIST', 'BELOW_FINAL', 'KNOCKED_OUT'));
alter table "final_standing" add constraint "final_standing_ranked_iff_not_out" check ((rank is null) = (state = 'KNOCKED_OUT'));

create table "contest_document" ("id" uuid not null, "contest_id" uuid not null, "kind" text not null, "number" text not null, "issued_on" date not null, "title" text not null, "file_id" uuid null, "illustrative" boolean not null, primary key ("id"));
alter table "contest_document" add constraint "contest_document_number" unique ("contest_id", "kind", "number");
alter table "contest_document" add constraint "contest_document_kind" check (kind in ('PLAN', 'RULES', 'JURY_DECISION', 'RESULT_DECISION', 'ROLLOUT_DECISION', 'OTHER'));

create table "contest_decision" ("id" uuid not null, "contest_id" uuid not null, "kind" text not null, "number" text null, "reason" text not null, "taken_at" timestamptz not null, "taken_by" uuid not null, primary key ("id"));
create index "contest_decision_contest_id_index" on "contest_decision" ("contest_id");
alter table "contest_decision" add constraint "contest_decision_kind" check (kind in ('DATES_MOVED', 'HELD', 'RESUMED', 'CANCELLED', 'RULE_BOOK_AMENDED'));
alter table "contest_decision" add constraint "contest_decision_number" check (number is not null or kind in ('HELD', 'RESUMED'));

create table "contest_area" ("contest_id" uuid not null, "area_id" uuid not null, primary key ("contest_id", "area_id"));

create table "conflict" ("id" uuid not null, "contest_id" uuid not null, "initiative_id" uuid not null, "person_id" uuid not null, "type" text not null, "source" text not null, "pinned" boolean not null, "active" boolean not null, "reason" text null, "created_at" timestamptz not null, "version" int not null default 1, primary key ("id"));
create index "conflict_contest_id_index" on "conflict" ("contest_id");
create index "conflict_person_id_index" on "conflict" ("person_id");
alter table "conflict" add constraint "conflict_once" unique ("initiative_id", "person_id", "type");
alter table "conflict" add constraint "conflict_type" check (type in ('AUTHOR', 'CO_AUTHOR', 'UNIT', 'FAMILY', 'INTEREST', 'OTHER'));
alter table "conflict" add constraint "conflict_source" check (source in ('DECLARED', 'DETECTED', 'SET'));
alter table "conflict" add constraint "conflict_lifted_is_pinned" check (active or pinned);

create table "award_decision" ("id" uuid not null, "contest_id" uuid not null, "state" varchar(255) not null, "number" varchar(100) null, "decided_on" date null, "signed_by_id" uuid null, "approved_at" timestamptz null, "published_at" timestamptz null, "return_reason" text null, "version" int not null default 1, primary key ("id"));
alter table "award_decision" add constraint "award_decision_one_per_contest" unique ("contest_id");
alter table "award_decision" add constraint "award_decision_state" check (state in ('DRAFT', 'SUBMITTED', 'APPROVED', 'PUBLISHED'));
alter table "award_decision" add constraint "award_decision_approved_iff_numbered" check ((state in ('APPROVED', 'PUBLISHED')) = (number is not null and decided_on is not null and approved_at is not null));
alter table "award_decision" add constraint "award_decision_published_iff_moment" check ((state = 'PUBLISHED') = (published_at is not null));

create table "award" ("id" uuid not null, "decision_id" uuid not null, "initiative_id" uuid not null, "tier_id" uuid not null, "rank" int null, "amount" bigint not null, "departure_reason" text null, "revoked_at" timestamptz null, "revocation_reason" text null, "version" int not null default 1, primary key ("id"));
create index "award_decision_id_index" on "award" ("decision_id");
alter table "award" add constraint "award_one_per_initiative" unique ("initiative_id");
alter table "award" add constraint "award_amount_not_negative" check (amount >= 0);
alter table "award" add constraint "award_revoked_with_reason" check ((revoked_at is null) = (revocation_reason is null));

create table "adoption" ("id" uuid not null, "rollout_id" uuid not null, "unit_id" uuid not null, "basis" text not null, "state" text not null, "since" date not null, "changed_on" date not null, "version" int not null default 1, primary key ("id"));
create index "adoption_unit_id_index" on "adoption" ("unit_id");
alter table "adoption" add constraint "adoption_once_per_unit" unique ("rollout_id", "unit_id");
alter table "adoption" add constraint "adoption_basis" check (basis in ('REQUIRED', 'VOLUNTARY', 'EXEMPT'));
alter table "adoption" add constraint "adoption_state" check (state in ('NOT_STARTED', 'PREPARING', 'PILOTING', 'IN_USE', 'SUSTAINED', 'PAUSED', 'NOT_SUITABLE', 'DROPPED'));
alter table "adoption" add constraint "adoption_since_before_change" check (since <= changed_on);

create table "adoption_change" ("id" uuid not null, "adoption_id" uuid not null, "from_state" text null, "to_state" text not null, "basis" text not null, "since" date not null, "effective_on" date not null, "reason" text null, "by_id" uuid null, "at" timestamptz not null, primary key ("id"));
create index "adoption_change_as_of" on "adoption_change" ("adoption_id", "effective_on", "id");
alter table "adoption_change" add constraint "adoption_change_basis" check (basis in ('REQUIRED', 'VOLUNTARY', 'EXEMPT'));
alter table "adoption_change" add constraint "adoption_change_states" check (from_state in ('NOT_STARTED', 'PREPARING', 'PILOTING', 'IN_USE', 'SUSTAINED', 'PAUSED', 'NOT_SUITABLE', 'DROPPED') and to_state in ('NOT_STARTED', 'PREPARING', 'PILOTING', 'IN_USE', 'SUSTAINED', 'PAUSED', 'NOT_SUITABLE', 'DROPPED'));
alter table "adoption_change" add constraint "adoption_change_exempt_with_reason" check (basis <> 'EXEMPT' or reason is not null);
alter table "adoption_change" add constraint "adoption_change_stop_with_reason" check (to_state not in ('PAUSED', 'NOT_SUITABLE', 'DROPPED') or to_state is not distinct from from_state or reason is not null);

create table "adoption_evidence" ("id" uuid not null, "adoption_id" uuid not null, "change_id" uuid null, "given_on" date not null, "note" text not null, "file_id" uuid null, "by_id" uuid null, "at" timestamptz not null, primary key ("id"));
create index "adoption_evidence_change_id_index" on "adoption_evidence" ("change_id");
create index "adoption_evidence_by_day" on "adoption_evidence" ("adoption_id", "given_on");

create table "unit_lineage" ("id" uuid not null, "from_id" uuid not null, "to_id" uuid not null, "kind" text not null, "effective_on" date not null, primary key ("id"));
alter table "unit_lineage" add constraint "unit_lineage_once" unique ("from_id", "to_id");
alter table "unit_lineage" add constraint "unit_lineage_kind" check (kind in ('WHOLE', 'REST', 'PART_AREA', 'SPLIT'));
alter table "unit_lineage" add constraint "unit_lineage_not_to_itself" check (from_id <> to_id);

alter table "unit" add constraint "unit_parent_id_foreign" foreign key ("parent_id") references "unit" ("id") on delete set null;

alter table "roster" add constraint "roster_host_id_foreign" foreign key ("host_id") references "unit" ("id");

alter table "roster_unit" add constraint "roster_unit_roster_id_foreign" foreign key ("roster_id") references "roster" ("id") on update cascade on delete cascade;
alter table "roster_unit" add constraint "roster_unit_unit_id_foreign" foreign key ("unit_id") references "unit" ("id") on update cascade on delete cascade;

alter table "reporting_period" add constraint "reporting_period_host_id_foreign" foreign key ("host_id") references "unit" ("id");

alter table "person" add constraint "person_unit_id_foreign" foreign key ("unit_id") references "unit" ("id") on delete set null;

alter table "session" add constraint "session_person_id_foreign" foreign key ("person_id") references "person" ("id");

alter table "role_grant" add constraint "role_grant_person_id_foreign" foreign key ("person_id") references "person" ("id");
alter table "role_grant" add constraint "role_grant_unit_id_foreign" foreign key ("unit_id") references "unit" ("id");

alter table "report" add constraint "report_period_id_foreign" foreign key ("period_id") references "reporting_period" ("id");
alter table "report" add constraint "report_unit_id_foreign" foreign key ("unit_id") references "unit" ("id");
alter table "report" add constraint "report_submitted_by_id_foreign" foreign key ("submitted_by_id") references "person" ("id") on delete set null;
alter table "report" add constraint "report_decided_by_id_foreign" foreign key ("decided_by_id") references "person" ("id") on delete set null;

alter table "position" add constraint "position_person_id_foreign" foreign key ("person_id") references "person" ("id");
alter table "position" add constraint "position_unit_id_foreign" foreign key ("unit_id") references "unit" ("id");

alter table "one_time_link" add constraint "one_time_link_person_id_foreign" foreign key ("person_id") references "person" ("id") on delete set null;

alter table "notice" add constraint "notice_person_id_foreign" foreign key ("person_id") references "person" ("id");

alter table "mail" add constraint "mail_person_id_foreign" foreign key ("person_id") references "person" ("id");

alter table "account" add constraint "account_person_id_foreign" foreign key ("person_id") references "person" ("id");

alter table "period_exception" add constraint "period_exception_period_id_foreign" foreign key ("period_id") references "reporting_period" ("id");
alter table "period_exception" add constraint "period_exception_unit_id_foreign" foreign key ("unit_id") references "unit" ("id");
alter table "period_exception" add constraint "period_exception_granted_by_id_foreign" foreign key ("granted_by_id") references "person" ("id") on delete set null;

alter table "contest" add constraint "contest_host_id_foreign" foreign key ("host_id") references "unit" ("id");
alter table "contest" add constraint "contest_roster_id_foreign" foreign key ("roster_id") references "roster" ("id");

alter table "seat" add constraint "seat_contest_id_foreign" foreign key ("contest_id") references "contest" ("id");
alter table "seat" add constraint "seat_person_id_foreign" foreign key ("person_id") references "person" ("id");

alter table "jury_member" add constraint "jury_member_seat_id_foreign" foreign key ("seat_id") references "seat" ("id");

alter table "rule_book" add constraint "rule_book_contest_id_foreign" foreign key ("contest_id") references "contest" ("id");

alter table "round" add constraint "round_contest_id_foreign" foreign key ("contest_id") references "contest" ("id");
alter table "round" add constraint "round_rule_book_id_foreign" foreign key ("rule_book_id") references "rule_book" ("id") on delete set null;

alter table "receipt_counter" add constraint "receipt_counter_contest_id_foreign" foreign key ("contest_id") references "contest" ("id") on update cascade on delete cascade;

alter table "prize_tier" add constraint "prize_tier_contest_id_foreign" foreign key ("contest_id") references "contest" ("id");

alter table "phase" add constraint "phase_contest_id_foreign" foreign key ("contest_id") references "contest" ("id");

alter table "initiative" add constraint "initiative_contest_id_foreign" foreign key ("contest_id") references "contest" ("id");
alter table "initiative" add constraint "initiative_area_id_foreign" foreign key ("area_id") references "reform_area" ("id");
alter table "initiative" add constraint "initiative_owner_id_foreign" foreign key ("owner_id") references "unit" ("id");
alter table "initiative" add constraint "initiative_confirmed_by_id_foreign" foreign key ("confirmed_by_id") references "person" ("id") on delete set null;
alter table "initiative" add constraint "initiative_entered_by_id_foreign" foreign key ("entered_by_id") references "person" ("id") on delete set null;
alter table "initiative" add constraint "initiative_created_by_id_foreign" foreign key ("created_by_id") references "person" ("id") on delete set null;

alter table "standing" add constraint "standing_round_id_foreign" foreign key ("round_id") references "round" ("id");
alter table "standing" add constraint "standing_initiative_id_foreign" foreign key ("initiative_id") references "initiative" ("id");

alter table "screening" add constraint "screening_initiative_id_foreign" foreign key ("initiative_id") references "initiative" ("id");
alter table "screening" add constraint "screening_by_id_foreign" foreign key ("by_id") references "person" ("id") on delete set null;

alter table "scorecard" add constraint "scorecard_round_id_foreign" foreign key ("round_id") references "round" ("id");
alter table "scorecard" add constraint "scorecard_initiative_id_foreign" foreign key ("initiative_id") references "initiative" ("id");
alter table "scorecard" add constraint "scorecard_judge_id_foreign" foreign key ("judge_id") references "person" ("id");

alter table "rollout" add constraint "rollout_initiative_id_foreign" foreign key ("initiative_id") references "initiative" ("id");
alter table "rollout" add constraint "rollout_roster_id_foreign" foreign key ("roster_id") references "roster" ("id");
alter table "rollout" add constraint "rollout_lead_unit_id_foreign" foreign key ("lead_unit_id") references "unit" ("id");

alter table "indicator" add constraint "indicator_rollout_id_foreign" foreign key ("rollout_id") references "rollout" ("id");

alter table "figure" add constraint "figure_indicator_id_foreign" foreign key ("indicator_id") references "indicator" ("id");
alter table "figure" add constraint "figure_unit_id_foreign" foreign key ("unit_id") references "unit" ("id");
alter table "figure" add constraint "figure_report_id_foreign" foreign key ("report_id") references "report" ("id") on delete set null;
alter table "figure" add constraint "figure_verified_by_id_foreign" foreign key ("verified_by_id") references "person" ("id") on delete set null;
alter table "figure" add constraint "figure_by_id_foreign" foreign key ("by_id") references "person" ("id") on delete set null;

alter table "initiative_version" add constraint "initiative_version_initiative_id_foreign" foreign key ("initiative_id") references "initiative" ("id");
alter table "initiative_version" add constraint "initiative_version_submitted_by_id_foreign" foreign key ("submitted_by_id") references "person" ("id") on delete set null;

alter table "initiative_search" add constraint "initiative_search_initiative_id_foreign" foreign key ("initiative_id") references "initiative" ("id") on update cascade on delete cascade;

alter table "initiative_link" add constraint "initiative_link_initiative_id_foreign" foreign key ("initiative_id") references "initiative" ("id");
alter table "initiative_link" add constraint "initiative_link_earlier_id_foreign" foreign key ("earlier_id") references "initiative" ("id");
alter table "initiative_link" add constraint "initiative_link_by_id_foreign" foreign key ("by_id") references "person" ("id") on delete set null;

alter table "initiative_author" add constraint "initiative_author_initiative_id_foreign" foreign key ("initiative_id") references "initiative" ("id");
alter table "initiative_author" add constraint "initiative_author_person_id_foreign" foreign key ("person_id") references "person" ("id");

alter table "attestation" add constraint "attestation_initiative_id_foreign" foreign key ("initiative_id") references "initiative" ("id");
alter table "attestation" add constraint "attestation_judge_id_foreign" foreign key ("judge_id") references "person" ("id");

alter table "final_standing" add constraint "final_standing_contest_id_foreign" foreign key ("contest_id") references "contest" ("id");
alter table "final_standing" add constraint "final_standing_rule_book_id_foreign" foreign key ("rule_book_id") references "rule_book" ("id");
alter table "final_standing" add constraint "final_standing_initiative_id_foreign" foreign key ("initiative_id") references "initiative" ("id");

alter table "contest_document" add constraint "contest_document_contest_id_foreign" foreign key ("contest_id") references "contest" ("id");

alter table "contest_decision" add constraint "contest_decision_contest_id_foreign" foreign key ("contest_id") references "contest" ("id");

alter table "contest_area" add constraint "contest_area_contest_id_foreign" foreign key ("contest_id") references "contest" ("id") on update cascade on delete cascade;
alter table "contest_area" add constraint "contest_area_area_id_foreign" foreign key ("area_id") references "reform_area" ("id") on update cascade on delete cascade;

alter table "conflict" add constraint "conflict_contest_id_foreign" foreign key ("contest_id") references "contest" ("id");
alter table "conflict" add constraint "conflict_initiative_id_foreign" foreign key ("initiative_id") references "initiative" ("id");
alter table "conflict" add constraint "conflict_person_id_foreign" foreign key ("person_id") references "person" ("id");

alter table "award_decision" add constraint "award_decision_contest_id_foreign" foreign key ("contest_id") references "contest" ("id");
alter table "award_decision" add constraint "award_decision_signed_by_id_foreign" foreign key ("signed_by_id") references "person" ("id") on delete set null;

alter table "award" add constraint "award_decision_id_foreign" foreign key ("decision_id") references "award_decision" ("id");
alter table "award" add constraint "award_initiative_id_foreign" foreign key ("initiative_id") references "initiative" ("id");
alter table "award" add constraint "award_tier_id_foreign" foreign key ("tier_id") references "prize_tier" ("id");

alter table "adoption" add constraint "adoption_rollout_id_foreign" foreign key ("rollout_id") references "rollout" ("id");
alter table "adoption" add constraint "adoption_unit_id_foreign" foreign key ("unit_id") references "unit" ("id");

alter table "adoption_change" add constraint "adoption_change_adoption_id_foreign" foreign key ("adoption_id") references "adoption" ("id");
alter table "adoption_change" add constraint "adoption_change_by_id_foreign" foreign key ("by_id") references "person" ("id") on delete set null;

alter table "adoption_evidence" add constraint "adoption_evidence_adoption_id_foreign" foreign key ("adoption_id") references "adoption" ("id");
alter table "adoption_evidence" add constraint "adoption_evidence_change_id_foreign" foreign key ("change_id") references "adoption_change" ("id") on delete set null;
alter table "adoption_evidence" add constraint "adoption_evidence_by_id_foreign" foreign key ("by_id") references "person" ("id") on delete set null;

alter table "unit_lineage" add constraint "unit_lineage_from_id_foreign" foreign key ("from_id") references "unit" ("id");
alter table "unit_lineage" add constraint "unit_lineage_to_id_foreign" foreign key ("to_id") references "unit" ("id");

-- Ends an act: its events, then its audit entries, chained under a lock that is taken last and held to the commit.
create or replace function record_act(events jsonb, entries jsonb) returns void language plpgsql as $$
declare
  entry jsonb;
  facts jsonb;
  last_seq bigint;
  last_hash text;
  new_hash text;
begin
  insert into outbox_event (id, type, payload, available_at)
  select (e->>'id')::uuid, e->>'type', e->'payload', (e->>'availableAt')::timestamptz from jsonb_array_elements(events) e;
  if jsonb_array_length(entries) = 0 then return; end if;
  perform pg_advisory_xact_lock(7260013);
  select seq, hash into last_seq, last_hash from audit_entry order by seq desc limit 1;
  last_seq := coalesce(last_seq, 0);
  last_hash := coalesce(last_hash, '');
  for entry in select * from jsonb_array_elements(entries) loop
    facts := (entry->>'body')::jsonb;
    last_seq := last_seq + 1;
    new_hash := encode(sha256(convert_to(last_hash || (entry->>'body'), 'UTF8')), 'hex');
    insert into audit_entry (seq, at, actor_id, operation, subject_type, subject_id, body, previous_hash, hash)
    values (last_seq, (facts->>'at')::timestamptz, (facts->>'actor')::uuid, facts->>'operation', facts->>'subjectType', facts->>'subjectId',
            entry->>'body', last_hash, new_hash);
    if entry->'personal' <> 'null'::jsonb then
      insert into audit_personal (seq, salt, value) values (last_seq, entry->'personal'->>'salt', entry->'personal'->'value');
    end if;
    last_hash := new_hash;
  end loop;
end $$;


-- Whatever wrote them: when a transaction ends, the shares of an initiative's authors sum to exactly 100, or it has no authors.
create or replace function initiative_shares_sum_to_100() returns trigger language plpgsql as $$
declare
  changed uuid := coalesce(new.initiative_id, old.initiative_id);
  total numeric;
begin
  select sum(share) into total from initiative_author where initiative_id = changed;
  if total <> 100 then
    raise exception 'the shares of initiative % sum to %', changed, total using errcode = 'check_violation', constraint = 'initiative_shares_sum_to_100';
  end if;
  return null;
end $$;
create constraint trigger initiative_shares_sum_to_100 after insert or update or delete on initiative_author
  deferrable initially deferred for each row execute function initiative_shares_sum_to_100();
