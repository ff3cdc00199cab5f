-- The drawn order of a round's presentations, and when each began and ended.
create table "presentation_draw" ("id" uuid not null, "round_id" uuid not null, "number" int not null, "seed" int not null, "reason" text null, "starts_at" timestamptz null, "drawn_at" timestamptz not null, "superseded_at" timestamptz null, primary key ("id"));
create unique index presentation_draw_in_force on presentation_draw (round_id) where superseded_at is null;
alter table "presentation_draw" add constraint "presentation_draw_number" unique ("round_id", "number");
alter table "presentation_draw" add constraint "presentation_draw_again_with_reason" check (number = 1 or reason is not null);
create table "presentation_slot" ("id" uuid not null, "draw_id" uuid not null, "initiative_id" uuid not null, "drawn_place" int not null, "place" int not null, "skip_reason" text null, "started_at" timestamptz null, "ended_at" timestamptz null, "version" int not null default 1, primary key ("id"));
create unique index presentation_slot_one_at_a_time on presentation_slot (draw_id) where started_at is not null and ended_at is null;
alter table "presentation_slot" add constraint "presentation_slot_once" unique ("draw_id", "initiative_id");
alter table "presentation_slot" add constraint "presentation_slot_place" unique ("draw_id", "place");
alter table "presentation_slot" add constraint "presentation_slot_ends_after_start" check (ended_at is null or started_at <= ended_at);
alter table "presentation_draw" add constraint "presentation_draw_round_id_foreign" foreign key ("round_id") references "round" ("id") on delete cascade;
alter table "presentation_slot" add constraint "presentation_slot_draw_id_foreign" foreign key ("draw_id") references "presentation_draw" ("id") on delete cascade;
alter table "presentation_slot" add constraint "presentation_slot_initiative_id_foreign" foreign key ("initiative_id") references "initiative" ("id");
