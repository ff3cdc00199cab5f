-- Of somebody who has a say in the judging a conflict waits for a second person.
alter table "conflict" add "waits" boolean not null default false, add "proposed_by" uuid null, add "decided_by" uuid null, add "answer" text null, add "answered_at" timestamptz null;
alter table "conflict" add constraint "conflict_second_person" check (decided_by <> proposed_by and decided_by <> person_id);
alter table "conflict" add constraint "conflict_waits_for_another" check (not waits or proposed_by is not null);
alter table "conflict" add constraint "conflict_answered_when" check ((answer is null) = (answered_at is null));
