-- Records that are of one person point to one another, and those that may be are found whenever one is written.
-- By which records may be of one person: their names as fold_text() has them.
create or replace function double_key(value text) returns text
  language sql immutable parallel safe strict
  return fold_text(value);
-- Addresses that one mailbox takes: what stands behind a + is left out, and dots in the name of the mailbox. (Beside fold_text(), before the tables.)
create or replace function mailbox_key(value text) returns text
  language sql immutable parallel safe strict
  return replace(split_part(split_part(value, '@', 1), '+', 1), '.', '') || '@' || split_part(value, '@', 2);
alter table "person" add column "merged_into_id" uuid null;
create index person_merged on person (merged_into_id) where merged_into_id is not null;
create index person_alike on person (double_key(full_name), coalesce(unit_id, '00000000-0000-0000-0000-000000000000'::uuid));
create index person_mailbox on person (mailbox_key(email));
alter table "person" add constraint "person_merged_into_another" check (merged_into_id <> id);
alter table "person" add constraint "person_merged_into_id_foreign" foreign key ("merged_into_id") references "person" ("id") on delete set null;
alter table "role_grant" drop constraint "role_grant_state";
alter table "role_grant" drop constraint "role_grant_second_person";
alter table "role_grant" add constraint "role_grant_state" check (state in ('PROPOSED', 'IN_FORCE', 'REFUSED', 'WITHDRAWN', 'REVOKED', 'RESTING'));
alter table "role_grant" add constraint "role_grant_second_person" check (role not in ('JUDGE', 'ORGANISER', 'LEADER', 'ADMIN') or state not in ('IN_FORCE', 'REVOKED', 'RESTING') or founding or proposed_by is null or coalesce(decided_by <> proposed_by, false));
create table "person_merge" ("id" uuid not null, "merged_id" uuid not null, "kept_id" uuid not null, "state" text not null, "reason" text not null, "needs_second" boolean not null, "proposed_by" uuid not null, "proposed_at" timestamptz not null, "decided_by" uuid null, "decided_at" timestamptz null, "refusal_reason" text null, "account_shut" boolean not null default false, "undo_by" uuid null, "undo_reason" text null, "undo_needs_second" boolean not null default false, "undone_by" uuid null, "undone_at" timestamptz null, "version" int not null default 1, primary key ("id"));
create unique index person_merge_one on person_merge (merged_id) where state in ('PROPOSED', 'IN_FORCE', 'UNDO_PROPOSED');
create index "person_merge_kept" on "person_merge" ("kept_id");
create index person_merge_latest on person_merge (proposed_at desc, id desc);
alter table "person_merge" add constraint "person_merge_state" check (state in ('PROPOSED', 'IN_FORCE', 'UNDO_PROPOSED', 'REFUSED', 'WITHDRAWN', 'UNDONE'));
alter table "person_merge" add constraint "person_merge_of_two" check (merged_id <> kept_id);
alter table "person_merge" add constraint "person_merge_by_another" check (proposed_by not in (merged_id, kept_id) and decided_by not in (merged_id, kept_id) and undo_by not in (merged_id, kept_id));
alter table "person_merge" add constraint "person_merge_second_person" check (state in ('PROPOSED', 'REFUSED', 'WITHDRAWN') or not needs_second or coalesce(decided_by <> proposed_by, false));
alter table "person_merge" add constraint "person_merge_undone_by_second" check (state <> 'UNDONE' or undo_by is not null and (not undo_needs_second or coalesce(undone_by <> undo_by, false)));
alter table "person_merge" add constraint "person_merge_undo_has_reason" check ((undo_by is null) = (undo_reason is null));
create table "person_double" ("id" uuid not null default gen_random_uuid(), "first_id" uuid not null, "second_id" uuid not null, "same_name" boolean not null, "same_mailbox" boolean not null, "found_at" timestamptz not null default now(), "dismissed_at" timestamptz null, "dismiss_reason" text null, "version" int not null default 1, primary key ("id"));
create index person_double_latest on person_double (found_at desc, id desc) where dismissed_at is null;
create index "person_double_second" on "person_double" ("second_id");
alter table "person_double" add constraint "person_double_once" unique ("first_id", "second_id");
alter table "person_double" add constraint "person_double_in_order" check (first_id < second_id);
alter table "person_double" add constraint "person_double_for_a_reason" check (same_name or same_mailbox);
alter table "person_double" add constraint "person_double_dismissed_with_reason" check ((dismissed_at is null) = (dismiss_reason is null));
alter table "person_merge" add constraint "person_merge_merged_id_foreign" foreign key ("merged_id") references "person" ("id");
alter table "person_merge" add constraint "person_merge_kept_id_foreign" foreign key ("kept_id") references "person" ("id");
alter table "person_double" add constraint "person_double_first_id_foreign" foreign key ("first_id") references "person" ("id") on delete cascade;
alter table "person_double" add constraint "person_double_second_id_foreign" foreign key ("second_id") references "person" ("id") on delete cascade;
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
-- What is alike already.
update person set full_name = full_name;
