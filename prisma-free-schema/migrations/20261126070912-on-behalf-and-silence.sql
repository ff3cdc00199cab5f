-- The secretariat drafts on behalf of a submitter, whose the draft is.
alter table "initiative" add column "drafted_by_id" uuid null;
alter table "initiative" add constraint "initiative_drafted_by_id_foreign" foreign key ("drafted_by_id") references "person" ("id") on delete set null;
alter table "initiative" add constraint "initiative_drafted_for_somebody" check (drafted_by_id is null or created_by_id is not null);

-- Units of the roster that have sent nothing say why.
create table "no_submission" ("id" uuid not null, "contest_id" uuid not null, "unit_id" uuid not null, "reason" text not null, "by_id" uuid null, "at" timestamptz not null, "version" int not null, primary key ("id"));
alter table "no_submission" add constraint "no_submission_once" unique ("contest_id", "unit_id");
alter table "no_submission" add constraint "no_submission_says_why" check (btrim(reason) <> '');
alter table "no_submission" add constraint "no_submission_contest_id_foreign" foreign key ("contest_id") references "contest" ("id");
alter table "no_submission" add constraint "no_submission_unit_id_foreign" foreign key ("unit_id") references "unit" ("id");
alter table "no_submission" add constraint "no_submission_by_id_foreign" foreign key ("by_id") references "person" ("id") on delete set null;
