-- A result has versions: what was kept when a round closed becomes the first one.
create table "round_result" ("id" uuid not null, "round_id" uuid not null, "number" int not null, "cause" text not null, "rule_book_id" uuid not null, "aggregation" text not null, "audit_seq" bigint not null, "audit_hash" text not null, "made_at" timestamptz not null, "superseded_at" timestamptz null, primary key ("id"));
alter table "round_result" add constraint "round_result_number" unique ("round_id", "number");
create unique index round_result_in_force on round_result (round_id) where superseded_at is null;
alter table "round_result" add constraint "round_result_cause" check (cause in ('CLOSING', 'CORRECTION'));
alter table "round_result" add constraint "round_result_first_by_closing" check ((number = 1) = (cause = 'CLOSING'));
alter table "round_result" add constraint "round_result_round_id_foreign" foreign key ("round_id") references "round" ("id");
alter table "round_result" add constraint "round_result_rule_book_id_foreign" foreign key ("rule_book_id") references "rule_book" ("id");

create table "contest_result" ("id" uuid not null, "contest_id" uuid not null, "number" int not null, "cause" text not null, "rule_book_id" uuid not null, "audit_seq" bigint not null, "audit_hash" text not null, "made_at" timestamptz not null, "superseded_at" timestamptz null, primary key ("id"));
alter table "contest_result" add constraint "contest_result_number" unique ("contest_id", "number");
create unique index contest_result_in_force on contest_result (contest_id) where superseded_at is null;
alter table "contest_result" add constraint "contest_result_cause" check (cause in ('CLOSING', 'CORRECTION', 'CHAIR_VOTE'));
alter table "contest_result" add constraint "contest_result_first_by_closing" check ((number = 1) = (cause = 'CLOSING'));
alter table "contest_result" add constraint "contest_result_contest_id_foreign" foreign key ("contest_id") references "contest" ("id");
alter table "contest_result" add constraint "contest_result_rule_book_id_foreign" foreign key ("rule_book_id") references "rule_book" ("id");

-- The head of the audit log at that time: the last entry up to the closing.
insert into "round_result" ("id", "round_id", "number", "cause", "rule_book_id", "aggregation", "audit_seq", "audit_hash", "made_at")
select gen_random_uuid(), r.id, 1, 'CLOSING', r.rule_book_id, r.aggregation, coalesce(head.seq, 0), coalesce(head.hash, ''), r.closed_at
from "round" r left join lateral (select a.seq, a.hash from audit_entry a where a.at <= r.closed_at order by a.seq desc limit 1) head on true
where r.state = 'CLOSED';
insert into "contest_result" ("id", "contest_id", "number", "cause", "rule_book_id", "audit_seq", "audit_hash", "made_at")
select gen_random_uuid(), f.contest_id, 1, 'CLOSING', f.rule_book_id, v.audit_seq, v.audit_hash, v.made_at
from (select distinct contest_id, rule_book_id from "final_standing") f
join "round" r on r.contest_id = f.contest_id and r.last join "round_result" v on v.round_id = r.id;

alter table "standing" add column "result_id" uuid null;
update "standing" s set "result_id" = v.id from "round_result" v where v.round_id = s.round_id;
alter table "standing" alter column "result_id" set not null;
alter table "standing" drop column "round_id";
alter table "standing" add constraint "standing_once" unique ("result_id", "initiative_id");
alter table "standing" add constraint "standing_place_once" unique ("result_id", "place");
alter table "standing" add constraint "standing_result_id_foreign" foreign key ("result_id") references "round_result" ("id");

alter table "final_standing" add column "result_id" uuid null;
update "final_standing" s set "result_id" = v.id from "contest_result" v where v.contest_id = s.contest_id;
alter table "final_standing" alter column "result_id" set not null;
alter table "final_standing" drop column "contest_id";
alter table "final_standing" drop column "rule_book_id";
alter table "final_standing" add constraint "final_standing_once" unique ("result_id", "initiative_id");
alter table "final_standing" add constraint "final_standing_place_once" unique ("result_id", "place");
alter table "final_standing" add constraint "final_standing_result_id_foreign" foreign key ("result_id") references "contest_result" ("id");

alter table "round" drop column "aggregation";
alter table "scorecard" add column "pseudonym" text null;
alter table "scorecard" add constraint "scorecard_pseudonym_of_signed" check (pseudonym is null or hash is not null);
