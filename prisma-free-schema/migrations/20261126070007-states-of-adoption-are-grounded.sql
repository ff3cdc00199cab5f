-- States of adoption that are recorded from now on are shown, explained where the pilot was skipped, and dated after their least times.
alter table "adoption_change" add column "unheld" boolean not null default false;
update "adoption_change" set unheld = true;

-- Whatever wrote it: when a transaction ends, use and sustained use are shown, use that was never piloted has a reason, and the state that was
-- left has lasted as long as its roll-out says. What was recorded before that was asked is marked, and stands.
create or replace function adoption_change_grounded() returns trigger language plpgsql as $$
declare
  lack text;
begin
  with earlier as (
    select c.to_state, c.since, c.effective_on, c.id from adoption_change c
    where c.adoption_id = new.adoption_id and (c.effective_on, c.id) < (new.effective_on, new.id)),
  last as (select since from earlier order by effective_on desc, id desc limit 1)
  select case
    when not exists (select 1 from adoption_evidence e where e.change_id = new.id) then 'evidence'
    when new.to_state = 'IN_USE' and new.reason is null and not exists (select 1 from earlier where to_state in ('PILOTING', 'IN_USE')) then 'a reason'
    when new.effective_on < (select since + make_interval(months => months) from last) then 'time' end into lack
  from (select case when new.to_state = 'SUSTAINED' then r.least_use_months when new.from_state = 'PILOTING' then r.least_pilot_months else 0 end as months
    from adoption a join rollout r on r.id = a.rollout_id where a.id = new.adoption_id) least;
  if lack is not null then
    raise exception 'adoption % lacks % for %', new.adoption_id, lack, new.to_state using errcode = 'check_violation', constraint = 'adoption_change_grounded';
  end if;
  return null;
end $$;
create constraint trigger adoption_change_grounded after insert or update on adoption_change deferrable initially deferred for each row
  when (not new.unheld and (new.to_state = 'SUSTAINED' and new.from_state <> 'SUSTAINED' or new.to_state = 'IN_USE' and new.from_state not in ('IN_USE', 'SUSTAINED')))
  execute function adoption_change_grounded();
