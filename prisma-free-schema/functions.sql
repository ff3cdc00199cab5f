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

-- Ends an act: its events, then its audit entries, chained under a lock that is taken last and held to the commit.
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
