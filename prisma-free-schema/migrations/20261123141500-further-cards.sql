-- A card given out while a round settles is not always a further judge's: it may replace a first one that was excused.
alter table "scorecard" add column "late" boolean not null default false;
update "scorecard" set "late" = "extra";
