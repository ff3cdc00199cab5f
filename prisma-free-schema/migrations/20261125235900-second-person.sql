-- Roles over the judging wait for a second person. What was granted before stands, as granted by the system, but for what people gave themselves.
alter table "role_grant" add "state" text null, add "proposed_by" uuid null, add "decided_by" uuid null, add "decided_at" timestamptz null, add "reason" text null, add "decision_number" text null, add "decision_date" date null, add "founding" boolean not null default false;
update "role_grant" set state = case when revoked_at is null then 'IN_FORCE' else 'REVOKED' end;
update "role_grant" g set state = 'REVOKED', revoked_at = now() from "audit_entry" e
  where g.state = 'IN_FORCE' and g.role in ('JUDGE', 'ORGANISER', 'LEADER') and e.operation = 'grantRole' and e.subject_type = 'RoleGrant'
    and e.subject_id = g.id::text and e.actor_id = g.person_id;
alter table "role_grant" alter column "state" set not null;
create unique index role_grant_founding on role_grant (founding) where founding;
create unique index role_grant_one_proposal on role_grant (person_id, role, unit_id) where state = 'PROPOSED';
alter table "role_grant" add constraint "role_grant_state" check (state in ('PROPOSED', 'IN_FORCE', 'REFUSED', 'WITHDRAWN', 'REVOKED'));
alter table "role_grant" add constraint "role_grant_revoked_iff_then" check ((state = 'REVOKED') = (revoked_at is not null));
alter table "role_grant" add constraint "role_grant_to_another" check (proposed_by <> person_id and decided_by <> person_id);
alter table "role_grant" add constraint "role_grant_second_person" check (role not in ('JUDGE', 'ORGANISER', 'LEADER', 'ADMIN') or state not in ('IN_FORCE', 'REVOKED') or founding or proposed_by is null or coalesce(decided_by <> proposed_by, false));
alter table "role_grant" add constraint "role_grant_founding_is_decided" check (not founding or role = 'LEADER' and decision_number is not null);
alter table "role_grant" add constraint "role_grant_decision_is_dated" check ((decision_number is null) = (decision_date is null));
alter table "role_grant" add constraint "role_grant_refusal_has_reason" check (state <> 'REFUSED' or reason is not null);

-- Who made an account is known from the log. The system's own id is nobody's.
alter table "person" add "created_by" uuid null;
update "person" p set created_by = e.actor_id from "audit_entry" e
  where e.subject_type = 'Person' and e.subject_id = p.id::text and e.operation = 'createPerson' and e.actor_id <> '00000000-0000-7000-8000-000000000000';
