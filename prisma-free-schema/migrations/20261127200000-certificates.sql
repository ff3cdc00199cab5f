-- Certificates of prizes, and templates of them.
alter table "paper_template" drop constraint "paper_template_kind";
alter table "paper_template" add constraint "paper_template_kind" check (kind in ('SCREENING_MINUTES', 'ROUND_MINUTES', 'RESULT_SUBMISSION', 'RESULT_DECISION', 'PERIOD_REPORT', 'CERTIFICATE'));
create table "certificate" ("id" uuid not null, "code" text not null, "contest_id" uuid not null, "award_id" uuid not null, "person_id" uuid not null, "template_id" uuid not null, "fields" jsonb not null, "fields_hash" text not null, "state" text not null, "issued_by_id" uuid null, "issued_at" timestamptz not null, "ended_at" timestamptz null, "end_number" varchar(100) null, "end_decided_on" date null, "end_reason" text null, "replaces_id" uuid null, "withheld_at" timestamptz null, "prints" int not null, "last_printed_at" timestamptz null, "version" int not null default 1, primary key ("id"));
alter table "certificate" add constraint "certificate_code_once" unique ("code");
create index "certificate_template" on "certificate" ("template_id");
create index "certificate_of_contest" on "certificate" ("contest_id", "id");
create index "certificate_of_person" on "certificate" ("person_id");
create unique index certificate_issued_once on certificate (award_id, person_id) where replaces_id is null;
alter table "certificate" add constraint "certificate_replaced_once" unique ("replaces_id");
alter table "certificate" add constraint "certificate_code_random" check (code ~ '^[2-9A-HJ-NP-Z]{26}$');
alter table "certificate" add constraint "certificate_state" check (state in ('VALID', 'REVOKED', 'REPLACED'));
alter table "certificate" add constraint "certificate_ended_by_decision" check (case when state = 'VALID' then num_nonnulls(ended_at, end_number, end_decided_on, end_reason) = 0 else num_nulls(ended_at, end_number, end_decided_on, end_reason) = 0 and btrim(end_number) <> '' and btrim(end_reason) <> '' end);
alter table "certificate" add constraint "certificate_hashed" check (fields_hash ~ '^[0-9a-f]{64}$');
alter table "certificate" add constraint "certificate_withheld_iff_nameless" check ((withheld_at is null) = (fields->>'name' is not null));
alter table "certificate" add constraint "certificate_printed_at_some_time" check (prints >= 0 and (prints = 0) = (last_printed_at is null));
alter table "certificate" add constraint "certificate_replaces_another" check (replaces_id <> id);
alter table "certificate" add constraint "certificate_contest_id_foreign" foreign key ("contest_id") references "contest" ("id") on delete restrict;
alter table "certificate" add constraint "certificate_award_id_foreign" foreign key ("award_id") references "award" ("id") on delete restrict;
alter table "certificate" add constraint "certificate_person_id_foreign" foreign key ("person_id") references "person" ("id") on delete restrict;
alter table "certificate" add constraint "certificate_template_id_foreign" foreign key ("template_id") references "paper_template" ("id") on delete restrict;
alter table "certificate" add constraint "certificate_issued_by_id_foreign" foreign key ("issued_by_id") references "person" ("id") on delete set null;
alter table "certificate" add constraint "certificate_replaces_id_foreign" foreign key ("replaces_id") references "certificate" ("id") on delete restrict;
-- Documents of an office are had as files by a job, as lists are.
alter table "export" drop constraint "export_format";
alter table "export" add constraint "export_format" check (format in ('XLSX', 'CSV', 'JSON', 'PDF', 'ZIP'));
