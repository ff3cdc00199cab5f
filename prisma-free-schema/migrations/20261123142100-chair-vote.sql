-- What the chair of a jury decides among equals.
create table "chair_vote" ("id" uuid not null, "result_id" uuid not null, "initiatives" jsonb not null, "reason" text not null, "cast_by_id" uuid not null, "cast_at" timestamptz not null, primary key ("id"));
create index "chair_vote_result" on "chair_vote" ("result_id");
alter table "chair_vote" add constraint "chair_vote_parts_some" check (jsonb_typeof(initiatives) = 'array' and jsonb_array_length(initiatives) > 1);
alter table "chair_vote" add constraint "chair_vote_result_id_foreign" foreign key ("result_id") references "contest_result" ("id");
alter table "chair_vote" add constraint "chair_vote_cast_by_id_foreign" foreign key ("cast_by_id") references "person" ("id");

-- A list of awards says which version of the result it was drawn from: so far there was one.
alter table "award_decision" add column "drawn_from_id" uuid null;
update "award_decision" d set "drawn_from_id" = v.id from "contest_result" v where v.contest_id = d.contest_id and v.superseded_at is null;
alter table "award_decision" add constraint "award_decision_drawn_from_id_foreign" foreign key ("drawn_from_id") references "contest_result" ("id") on delete set null;
