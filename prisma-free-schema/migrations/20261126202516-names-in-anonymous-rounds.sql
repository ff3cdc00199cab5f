-- Where initiatives say whose they are, though judges of an anonymous round are not to learn it, and what was decided about it.
create table "name_look" ("initiative_id" uuid not null, "read_as" text not null, "mentions" jsonb not null, "files" jsonb not null, "looked_at" timestamptz not null, "decision" text null, "words" jsonb not null, "withheld" jsonb not null, "hidden" jsonb null, "reason" text null, "decided_by" uuid null, "decided_at" timestamptz null, "version" int not null default 1, primary key ("initiative_id"));
alter table "name_look" add constraint "name_look_decision" check (decision in ('LEAVE', 'HIDE'));
alter table "name_look" add constraint "name_look_decided_by_somebody" check (decision is null or decided_by is not null and decided_at is not null and reason is not null);
alter table "name_look" add constraint "name_look_hides_what_was_decided" check (decision is null or (decision = 'HIDE') = (hidden is not null));
alter table "name_look" add constraint "name_look_withholds_where_it_hides" check (hidden is not null or withheld = '[]');
alter table "name_look" add constraint "name_look_initiative_id_foreign" foreign key ("initiative_id") references "initiative" ("id") on update cascade on delete cascade;
