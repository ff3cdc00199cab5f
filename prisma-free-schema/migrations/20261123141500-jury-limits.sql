-- What judges are at home in, and which two are not to judge the same initiative.
create table "jury_expertise" ("member_id" uuid not null, "area_id" uuid not null, primary key ("member_id", "area_id"));
create table "jury_pair" ("id" uuid not null, "contest_id" uuid not null, "first_id" uuid not null, "second_id" uuid not null, "reason" text not null, "active" boolean not null, "version" int not null default 1, primary key ("id"));
alter table "jury_pair" add constraint "jury_pair_once" unique ("contest_id", "first_id", "second_id");
alter table "jury_pair" add constraint "jury_pair_in_order" check (first_id < second_id);
alter table "jury_expertise" add constraint "jury_expertise_member_id_foreign" foreign key ("member_id") references "jury_member" ("id") on update cascade on delete cascade;
alter table "jury_expertise" add constraint "jury_expertise_area_id_foreign" foreign key ("area_id") references "reform_area" ("id") on update cascade on delete cascade;
alter table "jury_pair" add constraint "jury_pair_contest_id_foreign" foreign key ("contest_id") references "contest" ("id");
alter table "jury_pair" add constraint "jury_pair_first_id_foreign" foreign key ("first_id") references "person" ("id");
alter table "jury_pair" add constraint "jury_pair_second_id_foreign" foreign key ("second_id") references "person" ("id");
