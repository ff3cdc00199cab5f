-- A signed card is marked anew by the word of two people, and what was signed is kept.
create table "scorecard_version" ("id" uuid not null, "scorecard_id" uuid not null, "number" int not null, "marks" jsonb not null, "total" numeric not null, "nonce" text not null, "hash" text not null, "pseudonym" text null, "signed_at" timestamptz not null, "kept_at" timestamptz not null, primary key ("id"));
alter table "scorecard_version" add constraint "scorecard_version_number" unique ("scorecard_id", "number");
alter table "scorecard_version" add constraint "scorecard_version_from_one" check (number > 0);
alter table "scorecard_version" add constraint "scorecard_version_scorecard_id_foreign" foreign key ("scorecard_id") references "scorecard" ("id");

create table "reopening" ("id" uuid not null, "scorecard_id" uuid not null, "reason" text not null, "requested_by_id" uuid not null, "requested_at" timestamptz not null, "state" text not null, "decided_by_id" uuid null, "decided_at" timestamptz null, "decision_reason" text null, "version" int not null default 1, primary key ("id"));
create unique index reopening_one_at_a_time on reopening (scorecard_id) where state = 'REQUESTED';
create index "reopening_scorecard" on "reopening" ("scorecard_id");
alter table "reopening" add constraint "reopening_state" check (state in ('REQUESTED', 'APPROVED', 'REFUSED'));
alter table "reopening" add constraint "reopening_decided_iff_dated" check ((state = 'REQUESTED') = (decided_at is null) and (decided_at is null) = (decided_by_id is null));
alter table "reopening" add constraint "reopening_by_two" check (decided_by_id is null or decided_by_id <> requested_by_id);
alter table "reopening" add constraint "reopening_refused_iff_reason" check ((state = 'REFUSED') = (decision_reason is not null));
alter table "reopening" add constraint "reopening_scorecard_id_foreign" foreign key ("scorecard_id") references "scorecard" ("id");
alter table "reopening" add constraint "reopening_requested_by_id_foreign" foreign key ("requested_by_id") references "person" ("id");
alter table "reopening" add constraint "reopening_decided_by_id_foreign" foreign key ("decided_by_id") references "person" ("id");
