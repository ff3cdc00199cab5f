-- A prize plan may have tracks, by what an initiative says of itself, and a tier a minimum score.
alter table "prize_tier" add column "track" text null;
alter table "prize_tier" add column "minimum_score" numeric null;
alter table "prize_tier" drop constraint "prize_tier_key";
create unique index prize_tier_key on prize_tier (contest_id, track, key) nulls not distinct;
alter table "prize_tier" add constraint "prize_tier_track" check (track in ('INDIVIDUAL', 'GROUP'));
alter table "prize_tier" add constraint "prize_tier_minimum" check (minimum_score >= 0);

alter table "initiative" add column "track" text null;
alter table "initiative" add constraint "initiative_track" check (track in ('INDIVIDUAL', 'GROUP'));
