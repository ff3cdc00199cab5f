-- How firm places are is kept with the version of the result that it was reckoned of.
alter table "round_result" add column "stability_of" text null;
alter table "standing" add column "best_rank" int null, add column "worst_rank" int null, add column "unranked_without" int null, add column "chances" jsonb null;
