-- Authors say for themselves whether they are that. Who was named before is asked from now on.
alter table "initiative_author" add column "asked_at" timestamptz not null default now();
alter table "initiative_author" add column "answer" text null;
alter table "initiative_author" add column "answered_at" timestamptz null;
alter table "initiative_author" add column "decline_reason" text null;
alter table "initiative_author" add constraint "initiative_author_answer" check (answer in ('CONFIRMED', 'DECLINED'));
alter table "initiative_author" add constraint "initiative_author_answered_at_some_time" check ((answer is null) = (answered_at is null));
alter table "initiative_author" add constraint "initiative_author_declines_with_reason" check (coalesce(answer = 'DECLINED', false) = (decline_reason is not null));
create index initiative_author_awaits on initiative_author (person_id, asked_at, id) where answer is null;
-- A contest may ask that each author has confirmed before an initiative is sent.
alter table "contest" add column "authors_confirm" boolean not null default false;
