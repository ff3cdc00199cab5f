-- What judges note for themselves on a card, apart from it: nothing that reads cards reads these.
create table "scorecard_note" ("id" uuid not null, "scorecard_id" uuid not null, "text" text not null, "saved_at" timestamptz not null, "version" int not null default 1, primary key ("id"));
alter table "scorecard_note" add constraint "scorecard_note_scorecard_id_unique" unique ("scorecard_id");
alter table "scorecard_note" add constraint "scorecard_note_length" check (char_length(text) <= 10000);
alter table "scorecard_note" add constraint "scorecard_note_scorecard_id_foreign" foreign key ("scorecard_id") references "scorecard" ("id") on delete cascade;
