-- Published prizes stand in the result packs. Lists published before keep packs without them.
alter table "award_decision" add column "published_number" int null;
alter table "result_pack" add column "prizes_number" int null;
