create extension if not exists pg_trgm;
create extension if not exists unaccent;
create extension if not exists btree_gist;

-- What fold_text() begins with: no tone marks, no case, nothing that cannot be seen, đ as d, single blanks. The same rule as foldMarks() of the kernel.
create or replace function fold_marks(value text) returns text
  language sql immutable parallel safe strict
  return trim(both ' ' from regexp_replace(
    translate(
      lower(regexp_replace(normalize(value, nfkd),
        '[\u00ad\u0300-\u036f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200f\u202a-\u202e\u2060-\u206f\u20d0-\u20ff\u2800\u3164\ufe00-\ufe0f\ufe20-\ufe2f\ufeff\uffa0\ufff0-\ufffc\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]',
        '', 'g') collate "pg_unicode_fast"),
      'đðɖς‐‑‒–—―−‘’‚‛“”„‟', 'dddσ-------''''''''""""'),
    '[- -   -     　]+', ' ', 'g'));

-- How text is found and held to be alike: as fold_marks() has it, and the i that ends a syllable after a consonant or qu is y. The same rule as fold() of the kernel.
create or replace function fold_text(value text) returns text
  language sql immutable parallel safe strict
  return regexp_replace(fold_marks(value), '(?<=[bcdfghjklmnpqrstvwxz]|qu)i(?![a-z])', 'y', 'g');

-- By which records may be of one person: their names as fold_text() has them.
create or replace function double_key(value text) returns text
  language sql immutable parallel safe strict
  return fold_text(value);

-- Addresses that one mailbox takes: what stands behind a + is left out, and dots in the name of the mailbox. (Beside fold_text(), before the tables.)
create or replace function mailbox_key(value text) returns text
  language sql immutable parallel safe strict
  return replace(split_part(split_part(value, '@', 1), '+', 1), '.', '') || '@' || split_part(value, '@', 2);

-- Names that are one unit's at a time, unlike fold_text() with their tone marks: no case, no blanks, one width, one dash, one place of the tone mark. The same rule as nameKey() of the units.
create or replace function name_key(value text) returns text
  language sql immutable parallel safe strict
  return normalize(regexp_replace(translate(
    regexp_replace(regexp_replace(lower(normalize(value, nfkd) collate "pg_unicode_fast"),
      'o([\u0300\u0301\u0303\u0309\u0323])([ae])(?![a-zđ\u0300-\u036f])', 'o\2\1', 'g'),
      'u([\u0300\u0301\u0303\u0309\u0323])y(?![a-zđ\u0300-\u036f])', 'uy\1', 'g'),
    '‐‑‒–—―−', '-------'), '\s', '', 'g'), nfc);

-- Ends an act: its events, then its audit entries, chained under a lock that is taken last and held to the commit. Whoever acted is told at once
-- that less may wait for them; not of what is saved while they type, which ends nothing.
create or replace function record_act(events jsonb, entries jsonb) returns void language plpgsql as $$
declare
  entry jsonb;
  facts jsonb;
  last_seq bigint;
  last_hash text;
  new_hash text;
begin
  insert into outbox_event (id, type, payload, available_at)
  select (e->>'id')::uuid, e->>'type', e->'payload', (e->>'availableAt')::timestamptz from jsonb_array_elements(events) e;
  if jsonb_array_length(entries) = 0 then return; end if;
  perform pg_advisory_xact_lock(7260013);
  select seq, hash into last_seq, last_hash from audit_entry order by seq desc limit 1;
  last_seq := coalesce(last_seq, 0);
  last_hash := coalesce(last_hash, '');
  for entry in select * from jsonb_array_elements(entries) loop
    facts := (entry->>'body')::jsonb;
    last_seq := last_seq + 1;
    new_hash := encode(sha256(convert_to(last_hash || (entry->>'body'), 'UTF8')), 'hex');
    insert into audit_entry (seq, at, actor_id, operation, subject_type, subject_id, body, previous_hash, hash)
    values (last_seq, (facts->>'at')::timestamptz, (facts->>'actor')::uuid, facts->>'operation', facts->>'subjectType', facts->>'subjectId',
            entry->>'body', last_hash, new_hash);
    if entry->'personal' <> 'null'::jsonb then
      insert into audit_personal (seq, salt, value) values (last_seq, entry->'personal'->>'salt', entry->'personal'->'value');
    end if;
    last_hash := new_hash;
    if facts->>'actor' is not null and facts->>'operation' not like 'save%' then
      perform pg_notify('live', 'acted:' || (facts->>'actor'));
    end if;
  end loop;
end $$;

-- Whatever wrote them: when a transaction ends, the shares of an initiative's authors sum to exactly 100, or it has no authors.
create or replace function initiative_shares_sum_to_100() returns trigger language plpgsql as $$
declare
  changed uuid := coalesce(new.initiative_id, old.initiative_id);
  total numeric;
begin
  select sum(share) into total from initiative_author where initiative_id = changed;
  if total <> 100 then
    raise exception 'the shares of initiative % sum to %', changed, total using errcode = 'check_violation', constraint = 'initiative_shares_sum_to_100';
  end if;
  return null;
end $$;
create constraint trigger initiative_shares_sum_to_100 after insert or update or delete on initiative_author
  deferrable initially deferred for each row execute function initiative_shares_sum_to_100();

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

-- Whatever wrote it: a record that is merged into another is not one that others are merged into.
create or replace function person_merge_no_chain() returns trigger language plpgsql as $$
begin
  if new.merged_into_id is not null and (exists (select 1 from (select merged_into_id from person where id = new.merged_into_id for no key update) kept
      where kept.merged_into_id is not null) or exists (select 1 from person below where below.merged_into_id = new.id)) then
    raise exception 'person % would be merged in a chain', new.id using errcode = 'check_violation', constraint = 'person_merge_no_chain';
  end if;
  return new;
end $$;
create trigger person_merge_no_chain before insert or update of merged_into_id on person
  for each row execute function person_merge_no_chain();

-- Whatever wrote it: records that may be of one person are listed as such, and no longer once they are not alike. What people said of them stays.
create or replace function suspect_doubles() returns trigger language plpgsql as $$
declare
  nowhere constant uuid := '00000000-0000-0000-0000-000000000000';
begin
  with alike as (
    select o.id, true as name, false as mailbox from person o where double_key(o.full_name) = double_key(new.full_name)
      and coalesce(o.unit_id, nowhere) = coalesce(new.unit_id, nowhere) and o.id <> new.id and o.merged_into_id is null and new.merged_into_id is null
    union all
    select o.id, false, true from person o where mailbox_key(o.email) = mailbox_key(new.email)
      and o.id <> new.id and o.merged_into_id is null and new.merged_into_id is null),
  gone as (delete from person_double d where new.id in (d.first_id, d.second_id) and d.dismissed_at is null
    and not exists (select 1 from alike where alike.id in (d.first_id, d.second_id)))
  insert into person_double (first_id, second_id, same_name, same_mailbox)
  select least(id, new.id), greatest(id, new.id), bool_or(name), bool_or(mailbox) from alike group by id
  on conflict (first_id, second_id) do update set same_name = excluded.same_name, same_mailbox = excluded.same_mailbox;
  return null;
end $$;
create trigger person_doubles_suspected after insert or update of full_name, unit_id, email, merged_into_id on person
  for each row execute function suspect_doubles();

-- What changed, told to who looks on at it in any process: kind and id, as the payload of an event names them (`roundId`, `personIds`).
create or replace function tell_events() returns trigger language plpgsql as $$
begin
  perform pg_notify('live', regexp_replace(named.key, 'Ids?$', '') || ':' || (one.id #>> '{}'))
  from told, jsonb_each(told.payload) named,
    jsonb_array_elements(case jsonb_typeof(named.value) when 'array' then named.value else jsonb_build_array(named.value) end) one(id)
  where named.key ~ 'Ids?$' and jsonb_typeof(one.id) = 'string';
  return null;
end $$;
create trigger outbox_event_told after insert on outbox_event referencing new table as told for each statement execute function tell_events();


-- A job is run beside all acts: it tells by itself how far it is.
create or replace function tell_job() returns trigger language plpgsql as $$
begin
  perform pg_notify('live', 'job:' || new.id), pg_notify('live', 'person:' || new.requested_by);
  return null;
end $$;
create trigger job_told after insert or update of state, phase, progress, cancel_requested_at on job for each row execute function tell_job();

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

-- Whatever wrote it: what a pilot measures, against whom and against when stands from its registration on, and its files are entered in their time.
create or replace function pilot_stays_as_registered() returns trigger language plpgsql as $$
begin
  if old.state <> 'DRAFT' and (old.rollout_id, old.host_id, old.title, old.fields, old.weekday, old.starts_on, old.ends_on, old.basis, old.measure, old.limit_days,
      old.baseline_from, old.baseline_to, old.registered_at) is distinct from (new.rollout_id, new.host_id, new.title, new.fields, new.weekday, new.starts_on,
      new.ends_on, new.basis, new.measure, new.limit_days, new.baseline_from, new.baseline_to, new.registered_at) then
    raise exception 'a pilot stays as it was registered' using errcode = 'check_violation', constraint = 'pilot_stays_as_registered';
  end if;
  return new;
end $$;
create trigger pilot_stays_as_registered before update on pilot for each row execute function pilot_stays_as_registered();

create or replace function pilot_units_stay_as_registered() returns trigger language plpgsql as $$
begin
  if exists (select 1 from pilot where id in (old.pilot_id, new.pilot_id) and state <> 'DRAFT')
    and (old.pilot_id, old.unit_id, old.arm) is distinct from (new.pilot_id, new.unit_id, new.arm) then
    raise exception 'the units of a pilot stay as they were registered' using errcode = 'check_violation', constraint = 'pilot_stays_as_registered';
  end if;
  return coalesce(new, old);
end $$;
create trigger pilot_units_stay_as_registered before insert or update or delete on pilot_unit for each row execute function pilot_units_stay_as_registered();

create or replace function pilot_files_in_their_time() returns trigger language plpgsql as $$
begin
  if exists (select 1 from pilot_unit u join pilot p on p.id = u.pilot_id where u.id in (old.pilot_unit_id, new.pilot_unit_id)
      and p.state <> case when coalesce(new.since, old.since) then 'RUNNING' else 'DRAFT' end) then
    raise exception 'files of a pilot are entered in their time' using errcode = 'check_violation', constraint = 'pilot_files_in_their_time';
  end if;
  return coalesce(new, old);
end $$;
create trigger pilot_files_in_their_time before insert or update or delete on pilot_file for each row execute function pilot_files_in_their_time();

-- Whatever wrote it: a scheme of the index stands from when it is put in force, and its maxima add up to its total.
create or replace function index_scheme_stays_in_force() returns trigger language plpgsql as $$
begin
  if old.state = 'IN_FORCE' and new is distinct from old then
    raise exception 'a scheme in force stays' using errcode = 'check_violation', constraint = 'index_scheme_stays_in_force';
  end if;
  if new.state = 'IN_FORCE' and old.state = 'DRAFT'
    and new.total is distinct from (select sum(maximum) from index_criterion where scheme_id = new.id) then
    raise exception 'the maxima of a scheme add up to its total' using errcode = 'check_violation', constraint = 'index_scheme_adds_up';
  end if;
  return new;
end $$;
create trigger index_scheme_stays_in_force before update on index_scheme for each row execute function index_scheme_stays_in_force();

create or replace function index_criteria_stay_in_force() returns trigger language plpgsql as $$
begin
  if exists (select 1 from index_scheme where id in (old.scheme_id, new.scheme_id) and state = 'IN_FORCE') then
    raise exception 'the criteria of a scheme in force stay' using errcode = 'check_violation', constraint = 'index_scheme_stays_in_force';
  end if;
  return coalesce(new, old);
end $$;
create trigger index_criteria_stay_in_force before insert or update or delete on index_criterion for each row execute function index_criteria_stay_in_force();

-- The sheet of a unit goes step by step, each with points for every criterion, and nobody of the unit assesses or settles it.
create or replace function index_sheet_step_by_step() returns trigger language plpgsql as $$
begin
  if (old.state, new.state) not in (('OPEN', 'OPEN'), ('OPEN', 'SUBMITTED'), ('SUBMITTED', 'SUBMITTED'), ('SUBMITTED', 'ASSESSED'), ('ASSESSED', 'ASSESSED'), ('ASSESSED', 'SETTLED'))
    or (old.year_id, old.unit_id) is distinct from (new.year_id, new.unit_id)
    or old.state <> new.state and exists (select 1 from index_score s where s.sheet_id = new.id
      and case new.state when 'SUBMITTED' then s.self_points when 'ASSESSED' then s.assessed_points else s.final_points end is null) then
    raise exception 'the sheet of a unit goes step by step' using errcode = 'check_violation', constraint = 'index_sheet_step_by_step';
  end if;
  if exists (select 1 from person p where p.id in (new.assessed_by_id, new.settled_by_id) and p.unit_id = new.unit_id) and new.state <> old.state
    and new.state in ('ASSESSED', 'SETTLED') then
    raise exception 'nobody assesses their own unit' using errcode = 'check_violation', constraint = 'index_sheet_assessed_by_another';
  end if;
  return new;
end $$;
create trigger index_sheet_step_by_step before update on index_sheet for each row execute function index_sheet_step_by_step();

create or replace function index_scores_in_their_time() returns trigger language plpgsql as $$
declare
  at_step text := (select state from index_sheet where id = coalesce(new.sheet_id, old.sheet_id));
begin
  if tg_op = 'DELETE' and at_step is not null
    or tg_op = 'INSERT' and (at_step <> 'OPEN' or num_nonnulls(new.assessed_points, new.final_points) > 0)
    or tg_op = 'UPDATE' and (
      (old.sheet_id, old.criterion_id, old.maximum, old.step) is distinct from (new.sheet_id, new.criterion_id, new.maximum, new.step)
      or (old.self_points, old.evidence) is distinct from (new.self_points, new.evidence) and at_step <> 'OPEN'
      or (old.assessed_points, old.assessed_reason) is distinct from (new.assessed_points, new.assessed_reason) and at_step <> 'SUBMITTED'
      or (old.final_points, old.final_reason) is distinct from (new.final_points, new.final_reason) and at_step <> 'ASSESSED') then
    raise exception 'points are written in the step that the sheet is at' using errcode = 'check_violation', constraint = 'index_scores_in_their_time';
  end if;
  return coalesce(new, old);
end $$;
create trigger index_scores_in_their_time before insert or update or delete on index_score for each row execute function index_scores_in_their_time();
-- Whatever wrote it: a handover is of a unit, a procedure and a day that its model has, the next time follows one at which nobody was there, and none is deleted.
create or replace function handover_as_its_model() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'a handover is voided and never deleted' using errcode = 'check_violation', constraint = 'handover_never_deleted';
  end if;
  if tg_op = 'UPDATE' and (new.voided_on is not null or new.outcome <> 'ABSENT') and exists (select 1 from handover n where n.earlier_id = new.id and n.voided_on is null) then
    raise exception 'what was tried again since stays absent' using errcode = 'check_violation', constraint = 'handover_followed';
  end if;
  if tg_op = 'UPDATE' and (old.model_id, old.unit_id, old.procedure_id, old.occasion, old.day, old.venue, old.attempt, old.earlier_id)
    is not distinct from (new.model_id, new.unit_id, new.procedure_id, new.occasion, new.day, new.venue, new.attempt, new.earlier_id) then
    return new;
  end if;
  if not exists (select 1 from service_model m join service_model_unit u on u.model_id = m.id and u.unit_id = new.unit_id
      join service_model_procedure p on p.model_id = m.id and p.procedure_id = new.procedure_id and p.occasion = new.occasion
      where m.id = new.model_id and new.day >= m.starts_on and coalesce(new.day <= m.ends_on, true) and (new.venue <> 'HOME' or m.kind = 'AT_HOME')) then
    raise exception 'a handover is as its model says' using errcode = 'check_violation', constraint = 'handover_as_its_model';
  end if;
  if new.earlier_id is not null and not exists (select 1 from handover e where e.id = new.earlier_id and e.attempt = new.attempt - 1 and e.outcome = 'ABSENT'
      and e.voided_on is null and e.day <= new.day and (e.model_id, e.unit_id, e.procedure_id) = (new.model_id, new.unit_id, new.procedure_id)) then
    raise exception 'the next time follows one at which nobody was there' using errcode = 'check_violation', constraint = 'handover_follows_absence';
  end if;
  return new;
end $$;
create trigger handover_as_its_model before insert or update or delete on handover for each row execute function handover_as_its_model();
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
