-- Samples that judges score before a round.
create table "calibration_sample" ("id" uuid not null, "round_id" uuid not null, "ordinal" int not null, "title" text not null, "problem" text not null, "solution" text not null, "novelty" text not null, "effect" text not null, primary key ("id"));
alter table "calibration_sample" add constraint "calibration_sample_place" unique ("round_id", "ordinal");
alter table "calibration_sample" add constraint "calibration_sample_ordinal" check (ordinal between 1 and 2);
create table "calibration_card" ("id" uuid not null, "sample_id" uuid not null, "judge_id" uuid not null, "marks" jsonb not null, "total" numeric not null, "signed_at" timestamptz not null, primary key ("id"));
alter table "calibration_card" add constraint "calibration_card_once" unique ("sample_id", "judge_id");
create table "calibration" ("id" uuid not null, "round_id" uuid not null, "judge_id" uuid not null, "finished_at" timestamptz not null, primary key ("id"));
alter table "calibration" add constraint "calibration_once" unique ("round_id", "judge_id");
alter table "calibration_sample" add constraint "calibration_sample_round_id_foreign" foreign key ("round_id") references "round" ("id") on delete cascade;
alter table "calibration_card" add constraint "calibration_card_sample_id_foreign" foreign key ("sample_id") references "calibration_sample" ("id") on delete cascade;
alter table "calibration_card" add constraint "calibration_card_judge_id_foreign" foreign key ("judge_id") references "person" ("id");
alter table "calibration" add constraint "calibration_round_id_foreign" foreign key ("round_id") references "round" ("id") on delete cascade;
alter table "calibration" add constraint "calibration_judge_id_foreign" foreign key ("judge_id") references "person" ("id");
