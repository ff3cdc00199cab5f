-- Everything that a result was computed from, as a file that anyone can check.
create table "result_pack" ("id" uuid not null, "contest_id" uuid not null, "file_id" uuid not null, "format" int not null, "sha256" text not null, "size" bigint not null, "rounds" jsonb not null, "final_number" int null, "made_at" timestamptz not null, primary key ("id"));
create index result_pack_newest on result_pack (contest_id, made_at desc, id desc);
alter table "result_pack" add constraint "result_pack_sha256" check (sha256 ~ '^[0-9a-f]{64}$');
alter table "result_pack" add constraint "result_pack_of_rounds" check (jsonb_typeof(rounds) = 'array' and jsonb_array_length(rounds) > 0);
alter table "result_pack" add constraint "result_pack_contest_id_foreign" foreign key ("contest_id") references "contest" ("id");
