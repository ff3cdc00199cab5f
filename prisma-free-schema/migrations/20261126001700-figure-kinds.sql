-- Indicators know what their figures are: counts, money, shares, time or points; those there are, by their unit of measure and how they are added up.
alter table "indicator" add column "kind" text null, add column "decimals" int null, add column "lowest" numeric null, add column "highest" numeric null;
update "indicator" set "kind" = case
  when fold_text(trim(unit_vi)) ~ '^(%|phan tram)( |$)' and aggregation <> 'SUM' then 'SHARE'
  when fold_text(trim(unit_vi)) ~ '^((nghin|ngan|trieu|ty|ti) )?(dong|vnd)$' then 'MONEY'
  when fold_text(trim(unit_vi)) ~ '^(giay|phut|gio|ngay|tuan|thang|nam)( |$)' then 'DURATION'
  when fold_text(trim(unit_vi)) ~ '^(km|m|m2|ha|tan|kg|lit|kwh)( |$)' then 'MEASURE'
  when fold_text(trim(unit_vi)) = 'diem' then 'SCORE'
  else 'COUNT' end;
-- What has decimals already is measured, not counted.
update "indicator" n set "kind" = 'MEASURE' where kind = 'COUNT' and exists (
  select 1 from figure f where f.indicator_id = n.id and scale(trim_scale(f.value)) > 0);
update "indicator" set "decimals" = case when kind = 'MONEY' and fold_text(trim(unit_vi)) !~ '^(dong|vnd)$' then 3
    when kind in ('COUNT', 'MONEY') or kind = 'SHARE' and aggregation = 'RATIO' then 0 else 2 end,
  "lowest" = 0, "highest" = case when kind in ('SHARE', 'SCORE') then 100 end;
alter table "indicator" alter column "kind" set not null, alter column "decimals" set not null;
alter table "indicator" add constraint "indicator_kind" check (kind in ('COUNT', 'MONEY', 'SHARE', 'DURATION', 'SCORE', 'MEASURE'));
alter table "indicator" add constraint "indicator_decimals" check (decimals between 0 and case kind when 'COUNT' then 0 else 6 end);
alter table "indicator" add constraint "indicator_bounds" check (lowest < highest and (kind = 'SCORE' or lowest >= 0) and (kind <> 'SHARE' or highest <= 100));
alter table "indicator" add constraint "indicator_bounded" check ((lowest is not null) and (highest is not null or kind not in ('SHARE', 'SCORE')));
alter table "indicator" add constraint "indicator_shares_not_summed" check (kind <> 'SHARE' or aggregation <> 'SUM');

-- Whatever wrote it: a figure is one that its indicator can have, whole where it is counted, within bounds, a part of its whole. Figures of
-- before indicators knew their kind stand until they are written anew.
create or replace function figure_fits_indicator() returns trigger language plpgsql as $$
declare
  n indicator;
begin
  select * into n from indicator where id = new.indicator_id;
  if coalesce(new.value < n.lowest or new.value > n.highest or scale(trim_scale(new.value)) > n.decimals, false)
    or coalesce(new.denominator = 0 or n.kind = 'SHARE' and new.numerator > new.denominator or scale(trim_scale(new.numerator)) > n.decimals
      or scale(trim_scale(new.denominator)) > case n.kind when 'SHARE' then n.decimals else 0 end, false) then
    raise exception 'a figure does not fit indicator %', n.key using errcode = 'check_violation', constraint = 'figure_fits_indicator';
  end if;
  return new;
end $$;
create trigger figure_fits_indicator before insert or update of value, numerator, denominator, indicator_id on figure
  for each row execute function figure_fits_indicator();
