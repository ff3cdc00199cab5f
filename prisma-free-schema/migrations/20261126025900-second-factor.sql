-- Programs' tokens have scopes and end within a year of their making; those there are keep what they could do, but for accounts and roles.
alter table "session" add column "scopes" text[] null, add column "factor_at" timestamptz null, add column "last_used_at" timestamptz null;
update "session" set "scopes" = array['UNITS_READ', 'UNITS_WRITE', 'IDENTITY_READ', 'NOTICE_READ', 'NOTICE_WRITE', 'CONTEST_READ', 'CONTEST_WRITE', 'INITIATIVE_READ', 'INITIATIVE_WRITE', 'SCORING_READ', 'SCORING_WRITE', 'AWARD_READ', 'AWARD_WRITE', 'ROLLOUT_READ', 'ROLLOUT_WRITE', 'FILES_READ', 'FILES_WRITE', 'JOBS_READ', 'JOBS_WRITE'], "expires_at" = least("expires_at", "created_at" + interval '1 year') where "kind" = 'BEARER';
alter table "session" add constraint "session_program_has_scopes" check ((kind = 'BEARER') = (scopes is not null));
alter table "session" add constraint "session_scopes" check (cardinality(scopes) > 0 and scopes <@ array['UNITS_READ', 'UNITS_WRITE', 'IDENTITY_READ', 'NOTICE_READ', 'NOTICE_WRITE', 'CONTEST_READ', 'CONTEST_WRITE', 'INITIATIVE_READ', 'INITIATIVE_WRITE', 'SCORING_READ', 'SCORING_WRITE', 'AWARD_READ', 'AWARD_WRITE', 'ROLLOUT_READ', 'ROLLOUT_WRITE', 'FILES_READ', 'FILES_WRITE', 'JOBS_READ', 'JOBS_WRITE']);
alter table "session" add constraint "session_program_ends_within_a_year" check (kind <> 'BEARER' or expires_at <= created_at + interval '366 days');

-- Second factors, their recovery codes, sign-ins that owe a code, and factors that were lost.
create table "second_factor" ("id" uuid not null, "person_id" uuid not null, "secret" text not null, "created_at" timestamptz not null, "confirmed_at" timestamptz null, "last_step" int null, primary key ("id"));
create unique index second_factor_in_force on second_factor (person_id) where confirmed_at is not null;
create unique index second_factor_begun on second_factor (person_id) where confirmed_at is null;
alter table "second_factor" add constraint "second_factor_confirmed_by_a_code" check ((confirmed_at is null) = (last_step is null));
create table "recovery_code" ("id" uuid not null, "factor_id" uuid not null, "mark" text not null, "code_hash" text not null, "used_at" timestamptz null, primary key ("id"));
alter table "recovery_code" add constraint "recovery_code_mark" unique ("factor_id", "mark");
create table "pending_sign_in" ("id" uuid not null, "person_id" uuid not null, "token_hash" text not null, "created_at" timestamptz not null, "expires_at" timestamptz not null, primary key ("id"));
create index "pending_sign_in_person_id_index" on "pending_sign_in" ("person_id");
alter table "pending_sign_in" add constraint "pending_sign_in_token" unique ("token_hash");
create table "factor_reset" ("id" uuid not null, "person_id" uuid not null, "state" text not null, "reason" text not null, "needs_second" boolean not null, "proposed_by" uuid null, "proposed_at" timestamptz not null, "decided_by" uuid null, "decided_at" timestamptz null, "refusal_reason" text null, "version" int not null default 1, primary key ("id"));
create unique index factor_reset_one_proposal on factor_reset (person_id) where state = 'PROPOSED';
create index "factor_reset_person" on "factor_reset" ("person_id");
alter table "factor_reset" add constraint "factor_reset_state" check (state in ('PROPOSED', 'DONE', 'REFUSED', 'WITHDRAWN'));
alter table "factor_reset" add constraint "factor_reset_by_another" check (proposed_by <> person_id and decided_by <> person_id);
alter table "factor_reset" add constraint "factor_reset_second_person" check (state <> 'DONE' or not needs_second or proposed_by is null or coalesce(decided_by <> proposed_by, false));
alter table "second_factor" add constraint "second_factor_person_id_foreign" foreign key ("person_id") references "person" ("id");
alter table "recovery_code" add constraint "recovery_code_factor_id_foreign" foreign key ("factor_id") references "second_factor" ("id") on delete cascade;
alter table "pending_sign_in" add constraint "pending_sign_in_person_id_foreign" foreign key ("person_id") references "person" ("id");
alter table "factor_reset" add constraint "factor_reset_person_id_foreign" foreign key ("person_id") references "person" ("id");
