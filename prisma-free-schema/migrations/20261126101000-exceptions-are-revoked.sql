-- An exception to a closed period can be taken back before it has run out; it stays on record.
alter table "period_exception" add column "revoked_at" timestamptz null, add column "revoked_by_id" uuid null, add column "revoke_reason" text null;
alter table "period_exception" add constraint "period_exception_revoked_iff_reason" check ((revoked_at is null) = (revoke_reason is null));
alter table "period_exception" add constraint "period_exception_revoked_by_id_foreign" foreign key ("revoked_by_id") references "person" ("id") on delete set null;
