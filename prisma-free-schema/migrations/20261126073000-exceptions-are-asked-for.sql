-- A commune asks that a closed period be opened for it; the office grants it by an exception, or refuses with a reason.
create table "exception_request" ("id" uuid not null, "period_id" uuid not null, "unit_id" uuid not null, "reason" text not null, "state" text not null, "requested_by_id" uuid null, "requested_at" timestamptz not null, "decided_by_id" uuid null, "decided_at" timestamptz null, "decision_reason" text null, "exception_id" uuid null, primary key ("id"));
create unique index exception_request_one_waits on exception_request (period_id, unit_id) where state = 'REQUESTED';
create index "exception_request_unit" on "exception_request" ("unit_id");
alter table "exception_request" add constraint "exception_request_state" check (state in ('REQUESTED', 'GRANTED', 'REFUSED'));
alter table "exception_request" add constraint "exception_request_says_why" check (btrim(reason) <> '');
alter table "exception_request" add constraint "exception_request_decided_iff_not_waiting" check ((state = 'REQUESTED') = (decided_at is null));
alter table "exception_request" add constraint "exception_request_refused_with_reason" check ((state = 'REFUSED') = (decision_reason is not null));
alter table "exception_request" add constraint "exception_request_granted_by_exception" check ((state = 'GRANTED') = (exception_id is not null));
alter table "exception_request" add constraint "exception_request_period_id_foreign" foreign key ("period_id") references "reporting_period" ("id");
alter table "exception_request" add constraint "exception_request_unit_id_foreign" foreign key ("unit_id") references "unit" ("id");
alter table "exception_request" add constraint "exception_request_requested_by_id_foreign" foreign key ("requested_by_id") references "person" ("id") on delete set null;
alter table "exception_request" add constraint "exception_request_decided_by_id_foreign" foreign key ("decided_by_id") references "person" ("id") on delete set null;
alter table "exception_request" add constraint "exception_request_exception_id_foreign" foreign key ("exception_id") references "period_exception" ("id") on delete no action;
