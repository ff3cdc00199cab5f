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
