-- The sheets that judges mark on without the network; one is in force for a judge and a round.
create table "offline_sheet" ("id" uuid not null, "round_id" uuid not null, "judge_id" uuid not null, "number" int not null, "code" text not null, "content" jsonb not null, "fingerprint" text not null, "cards" jsonb not null, "file_id" uuid null, "issued_at" timestamptz not null, "superseded_at" timestamptz null, primary key ("id"));
create unique index offline_sheet_in_force on offline_sheet (round_id, judge_id) where superseded_at is null;
alter table "offline_sheet" add constraint "offline_sheet_code" unique ("code");
alter table "offline_sheet" add constraint "offline_sheet_number" unique ("round_id", "judge_id", "number");
alter table "offline_sheet" add constraint "offline_sheet_numbered" check (number > 0);
alter table "offline_sheet" add constraint "offline_sheet_round_id_foreign" foreign key ("round_id") references "round" ("id");
alter table "offline_sheet" add constraint "offline_sheet_judge_id_foreign" foreign key ("judge_id") references "person" ("id");
