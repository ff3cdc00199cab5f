-- A program's token may read the catalogue or keep it.
alter table "session" drop constraint "session_scopes";
alter table "session" add constraint "session_scopes" check (cardinality(scopes) > 0 and scopes <@ array['UNITS_READ', 'UNITS_WRITE', 'IDENTITY_READ', 'NOTICE_READ', 'NOTICE_WRITE', 'CONTEST_READ', 'CONTEST_WRITE', 'INITIATIVE_READ', 'INITIATIVE_WRITE', 'SCORING_READ', 'SCORING_WRITE', 'AWARD_READ', 'AWARD_WRITE', 'ROLLOUT_READ', 'ROLLOUT_WRITE', 'PROCEDURE_READ', 'PROCEDURE_WRITE', 'FILES_READ', 'FILES_WRITE', 'JOBS_READ', 'JOBS_WRITE']);
-- The catalogue of procedures, copied from the national portal, and what each decision says of them from a day on.
create table "procedure" ("id" uuid not null, "code" text not null, "name" text not null, "field" text not null, "level" text not null, "source_url" text not null, "checked_on" date not null, "illustrative" boolean not null, "version" int not null default 1, primary key ("id"));
create index procedure_in_order on procedure (name collate "vi-VN-x-icu", id);
create index procedure_of_field on procedure (field, name collate "vi-VN-x-icu", id);
create index procedure_name on procedure using gin (fold_marks(name) gin_trgm_ops, fold_text(name) gin_trgm_ops);
alter table "procedure" add constraint "procedure_code_once" unique ("code");
alter table "procedure" add constraint "procedure_code_plain" check (code ~ '^[0-9]\.[0-9]{6}(\.[0-9A-Z]{2,3}){0,5}$');
alter table "procedure" add constraint "procedure_level" check (level in ('MINISTRY', 'PROVINCE', 'DISTRICT', 'COMMUNE'));
alter table "procedure" add constraint "procedure_source_of_state" check (source_url ~ '^https://([a-z0-9-]+\.)*gov\.vn(/|$)');
create table "procedure_version" ("id" uuid not null, "procedure_id" uuid not null, "decision" text not null, "starts_on" date not null, "ends_on" date null, "steps" jsonb not null, "ways" jsonb not null, "items" jsonb not null, "basis" jsonb not null, primary key ("id"));
create index "procedure_version_procedure" on "procedure_version" ("procedure_id");
alter table procedure_version add constraint procedure_version_one_at_a_time exclude using gist (procedure_id with =, daterange(starts_on, ends_on, '[]') with &&);
alter table "procedure_version" add constraint "procedure_version_ends_after_it_begins" check (ends_on >= starts_on);
alter table "procedure_version" add constraint "procedure_version_procedure_id_foreign" foreign key ("procedure_id") references "procedure" ("id");
