-- What was one type of conflict is two: of the same unit, and of a unit above it or below it; an interest is a financial one.
alter table "conflict" drop constraint "conflict_type";
update "conflict" set type = 'FINANCIAL' where type = 'INTEREST';
update "conflict" k set type = case when exists (
    select 1 from "initiative" i join "person" p on p.id = k.person_id where i.id = k.initiative_id and (p.unit_id = i.owner_id or exists (
      select 1 from "position" o where o.person_id = p.id and o.unit_id = i.owner_id and o."from" <= current_date and (o."to" is null or o."to" >= current_date))))
  then 'SAME_UNIT' else 'RELATED_UNIT' end where k.type = 'UNIT';
alter table "conflict" add constraint "conflict_type" check (type in ('AUTHOR', 'CO_AUTHOR', 'SAME_UNIT', 'RELATED_UNIT', 'FAMILY', 'FINANCIAL', 'OTHER'));
