-- That an initiative goes on from a round into the next one, written when the round closes; until now it was worked out from results and cards.
create table "round_qualifier" ("round_id" uuid not null, "initiative_id" uuid not null, primary key ("round_id", "initiative_id"));
alter table "round_qualifier" add constraint "round_qualifier_round_id_foreign" foreign key ("round_id") references "round" ("id") on update cascade on delete cascade;
alter table "round_qualifier" add constraint "round_qualifier_initiative_id_foreign" foreign key ("initiative_id") references "initiative" ("id") on update cascade on delete cascade;

-- Of those that passed by any version: who passes by the one in force, where the next round takes in yet; who is judged in the next round, though a
-- correction had it fall since; and who left the contest, which later versions do not tell of, as the last one that does has it.
insert into round_qualifier (round_id, initiative_id)
  select v.round_id, s.initiative_id
  from round r join round_result v on v.round_id = r.id join standing s on s.result_id = v.id and s.state = 'PASSED'
    join initiative i on i.id = s.initiative_id left join round next on next.contest_id = r.contest_id and next.ordinal = r.ordinal + 1
  where not r.last and (v.superseded_at is null and coalesce(next.state, 'PLANNED') in ('PLANNED', 'OPEN')
    or next.state <> 'PLANNED' and exists (select 1 from scorecard c where c.round_id = next.id and c.initiative_id = s.initiative_id)
    or i.state <> 'ELIGIBLE' and v.made_at < coalesce(next.closed_at, 'infinity') and not exists (
      select 1 from round_result later join standing l on l.result_id = later.id
      where later.round_id = r.id and later.number > v.number and l.initiative_id = i.id))
  group by v.round_id, s.initiative_id;

-- Whatever wrote it: who goes on from a round passed it, by the result in force or by one before, and there is a round after.
create or replace function round_qualifier_passed() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from round r join round_result v on v.round_id = r.id join standing s on s.result_id = v.id
      where r.id = new.round_id and not r.last and s.initiative_id = new.initiative_id and s.state = 'PASSED') then
    raise exception 'initiative % does not go on from round %', new.initiative_id, new.round_id using errcode = 'check_violation', constraint = 'round_qualifier_passed';
  end if;
  return new;
end $$;
create trigger round_qualifier_passed before insert or update on round_qualifier for each row execute function round_qualifier_passed();
