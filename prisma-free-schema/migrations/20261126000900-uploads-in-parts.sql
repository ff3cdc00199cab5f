-- Uploads come in parts: which try is under way, how large its parts are, and what its sender said its content would be.
alter table "stored_file" add column "declared_sha256" text null, add column "upload_token" text null, add column "part_size" int not null default 8388608;
alter table "stored_file" add constraint "stored_file_parts_not_empty" check (part_size > 0);
create index stored_file_open on stored_file (uploaded_by, id) where kept_at is null and removed_at is null;
-- Who keeps a content, and which content the sweep removes, while the store is spoken to outside any transaction.
create table "content_hold" ("id" uuid not null, "sha256" text not null, "purpose" text not null, "until" timestamptz not null, primary key ("id"));
alter table content_hold add constraint content_hold_keep_or_sweep exclude using gist (sha256 with =, purpose with <>);
alter table "content_hold" add constraint "content_hold_purpose" check (purpose in ('KEEP', 'SWEEP'));
