-- A leader's role is not taken by one administrator alone.
alter table "role_grant" add "revocation_by" uuid null;
alter table "role_grant" add constraint "role_grant_taken_by_another" check (revocation_by <> person_id and (revocation_by is null or state in ('IN_FORCE', 'REVOKED')));
