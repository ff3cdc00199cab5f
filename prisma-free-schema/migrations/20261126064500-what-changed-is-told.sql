-- Whoever looks on at something hears, in whichever process, that it may have changed.
create index job_of_person on job (requested_by, created_at desc, id desc);

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
