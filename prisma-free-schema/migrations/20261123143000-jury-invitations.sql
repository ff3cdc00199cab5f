-- Who was asked onto a jury, and what they answered.
create table "jury_invitation" ("id" uuid not null, "contest_id" uuid not null, "person_id" uuid not null, "invited_by_id" uuid null, "chair" boolean not null, "state" text not null, "conflicts_found" int not null, "reason" text null, "invited_at" timestamptz not null, "answered_at" timestamptz null, "version" int not null default 1, primary key ("id"));
create unique index jury_invitation_one_open on jury_invitation (contest_id, person_id) where state = 'INVITED';
create index "jury_invitation_contest" on "jury_invitation" ("contest_id");
create index "jury_invitation_person" on "jury_invitation" ("person_id");
alter table "jury_invitation" add constraint "jury_invitation_state" check (state in ('INVITED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN'));
alter table "jury_invitation" add constraint "jury_invitation_answered_iff_closed" check ((state = 'INVITED') = (answered_at is null));
alter table "jury_invitation" add constraint "jury_invitation_refusal_has_reason" check (state not in ('DECLINED', 'WITHDRAWN') or reason is not null);
alter table "jury_invitation" add constraint "jury_invitation_conflicts_found" check (conflicts_found >= 0);
alter table "jury_invitation" add constraint "jury_invitation_contest_id_foreign" foreign key ("contest_id") references "contest" ("id");
alter table "jury_invitation" add constraint "jury_invitation_person_id_foreign" foreign key ("person_id") references "person" ("id");
alter table "jury_invitation" add constraint "jury_invitation_invited_by_id_foreign" foreign key ("invited_by_id") references "person" ("id") on delete set null;
