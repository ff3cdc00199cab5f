-- What stands beside the ranks. Of results kept before, what can be told from the rows themselves: a mean where the score is one,
-- the minima that were missed and the bounds of the cut-off; nothing of what statistics would have said.
alter table "round_result" add column "statistics" jsonb null;

alter table "standing" add column "mean" numeric null;
alter table "standing" add column "adjusted" double precision null;
alter table "standing" add column "adjusted_rank" int null;
alter table "standing" add column "knocked_out" jsonb null;
alter table "standing" add column "cut_off" jsonb null;

update "standing" s set "mean" = s.score from "round_result" v where v.id = s.result_id and v.aggregation = 'MEAN';

update "standing" s set "knocked_out" = case when s.state <> 'KNOCKED_OUT' then '[]' else (
  select coalesce(jsonb_agg(jsonb_build_object('criterion', c->>'key', 'minimum', c->>'knockOutMinimum', 'given', s.criteria->>(c->>'key'))), '[]')
  from jsonb_path_query(r.rule->'rubric', 'strict $.** ? (@.knockOutMinimum != null)') c
  where (s.criteria->>(c->>'key'))::numeric < (c->>'knockOutMinimum')::numeric) end
from "round_result" v join "round" r on r.id = v.round_id where v.id = s.result_id;
alter table "standing" alter column "knocked_out" set not null;

update "standing" s set "cut_off" = jsonb_build_object(
  'score', case when s.score < (bound.score)::numeric then bound.score end,
  'top', case when s.score < last_in.score then jsonb_build_object('places', bound.top, 'score', last_in.score::text) end)
from "round_result" v join "round" r on r.id = v.round_id
  cross join lateral (select r.rule->'cutOff'->>'score' as score, (r.rule->'cutOff'->>'top')::int as top) bound
  left join "standing" last_in on last_in.result_id = v.id and last_in.place = bound.top and last_in.rank is not null
where v.id = s.result_id and s.state = 'CUT_OFF';

alter table "standing" add constraint "standing_cut_off_by_bound" check (cut_off is null or state = 'CUT_OFF');
alter table "standing" add constraint "standing_knocked_out_by_minimum" check (knocked_out = '[]' or state = 'KNOCKED_OUT');
alter table "standing" add constraint "standing_adjusted_rank" check (adjusted_rank is null or (adjusted is not null and rank is not null));
