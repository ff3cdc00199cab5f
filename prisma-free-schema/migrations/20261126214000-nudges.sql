-- Nudges: who reminded whom of what awaits them, when.
create table "nudge" ("id" uuid not null, "act_id" uuid not null, "kind" text not null, "subject_id" uuid not null, "person_id" uuid not null, "by_id" uuid not null, "office_id" uuid not null, "at" timestamptz not null, "day" date not null, primary key ("id"), constraint "nudge_of_another" check (by_id <> person_id));
create unique index nudge_once_a_day on nudge (subject_id, kind, person_id, day);
create index nudge_of_person on nudge (person_id, subject_id);
create index nudge_of_act on nudge (act_id);
