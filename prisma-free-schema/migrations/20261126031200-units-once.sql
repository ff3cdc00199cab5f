-- The code of a unit is kept in plain letters and digits; a unit's name is one unit's under its parent at a time, its code one unit's of the tree.
-- Those that stood doubled stand, marked; so do links that do not go together.
-- Names that are one unit's at a time, unlike fold_text() with their tone marks: no case, no blanks, one width, one dash, one place of the tone mark. The same rule as nameKey() of the units.
create or replace function name_key(value text) returns text
  language sql immutable parallel safe strict
  return normalize(regexp_replace(translate(
    regexp_replace(regexp_replace(lower(normalize(value, nfkd) collate "pg_unicode_fast"),
      'o([\u0300\u0301\u0303\u0309\u0323])([ae])(?![a-zđ\u0300-\u036f])', 'o\2\1', 'g'),
      'u([\u0300\u0301\u0303\u0309\u0323])y(?![a-zđ\u0300-\u036f])', 'uy\1', 'g'),
    '‐‑‒–—―−', '-------'), '\s', '', 'g'), nfc);

alter table "unit" add column "root_id" uuid null, add column "doubled" boolean not null default false;
with recursive tree as (
  select id, id as root from unit where parent_id is null
  union all
  select u.id, t.root from unit u join tree t on u.parent_id = t.id)
update "unit" u set root_id = t.root from tree t where t.id = u.id;
alter table "unit" alter column "root_id" set not null;
update "unit" set code = nullif(upper(regexp_replace(normalize(code, nfkc), '\s', '', 'g')), '') where code is not null;
update "unit" u set doubled = true where exists (
  select 1 from unit o where o.id < u.id and daterange(o.valid_from, o.valid_to, '[]') && daterange(u.valid_from, u.valid_to, '[]')
    and (o.parent_id = u.parent_id and name_key(o.name_vi) = name_key(u.name_vi) or o.root_id = u.root_id and o.code = u.code));
alter table unit add constraint unit_name_once exclude using gist (parent_id with =, name_key(name_vi) with =, daterange(valid_from, valid_to, '[]') with &&) where (not doubled);
alter table unit add constraint unit_code_once exclude using gist (root_id with =, code with =, daterange(valid_from, valid_to, '[]') with &&) where (not doubled);
alter table "unit" add constraint "unit_root_is_its_own" check (parent_id is not null or root_id = id);
alter table "unit" add constraint "unit_code_plain" check (code = upper(regexp_replace(normalize(code, nfkc), '\s', '', 'g')));

alter table "unit_lineage" add column "doubled" boolean not null default false;
update "unit_lineage" l set doubled = true where exists (
  select 1 from unit_lineage o where o.from_id = l.from_id and o.id < l.id
    and (l.kind = 'WHOLE' or o.kind = 'WHOLE' or l.kind = 'REST' and o.kind in ('REST', 'SPLIT') or l.kind = 'SPLIT' and o.kind = 'REST'));
create unique index unit_lineage_one_bearer on unit_lineage (from_id) where kind in ('WHOLE', 'REST') and not doubled;
alter table unit_lineage add constraint unit_lineage_whole_is_all exclude using gist (from_id with =, ((kind = 'WHOLE')::int) with <>) where (not doubled);
alter table unit_lineage add constraint unit_lineage_rest_or_split exclude using gist (from_id with =, ((kind = 'REST')::int) with <>) where (kind in ('REST', 'SPLIT') and not doubled);

-- Whatever wrote it: a unit does not go on after the one above it, nor those below it after it, and what it took over it took on one of its days.
create or replace function unit_within_parent() returns trigger language plpgsql as $$
begin
  if exists (select 1 from (select valid_to from unit where id = new.parent_id for share) above
      where coalesce(new.valid_to, 'infinity') > coalesce(above.valid_to, 'infinity'))
    or exists (select 1 from unit below where below.parent_id = new.id and coalesce(below.valid_to, 'infinity') > coalesce(new.valid_to, 'infinity')) then
    raise exception 'unit % goes on after its parent, or one below it after it', new.id using errcode = 'check_violation', constraint = 'unit_within_parent';
  end if;
  if exists (select 1 from unit_lineage l where l.to_id = new.id and not daterange(new.valid_from, new.valid_to, '[]') @> l.effective_on
      or l.from_id = new.id and new.valid_to + 1 is distinct from l.effective_on) then
    raise exception 'what became of unit % is dated otherwise', new.id using errcode = 'check_violation', constraint = 'unit_lineage_dated';
  end if;
  return new;
end $$;
create trigger unit_within_parent before insert or update of valid_from, valid_to, parent_id on unit
  for each row execute function unit_within_parent();

-- Whatever wrote it: a unit ends on the day before it becomes another, which is there on the day.
create or replace function unit_lineage_dated() returns trigger language plpgsql as $$
begin
  if (select f.valid_to + 1 is distinct from new.effective_on from unit f where f.id = new.from_id for share)
    or (select not daterange(t.valid_from, t.valid_to, '[]') @> new.effective_on from unit t where t.id = new.to_id for share) then
    raise exception 'the link of % is dated otherwise than its units', new.from_id using errcode = 'check_violation', constraint = 'unit_lineage_dated';
  end if;
  return new;
end $$;
create trigger unit_lineage_dated before insert or update of from_id, to_id, effective_on on unit_lineage
  for each row execute function unit_lineage_dated();
