-- A card of a closed round is corrected by two people, and the result gets another version.
create table "correction" ("id" uuid not null, "round_id" uuid not null, "scorecard_id" uuid not null, "kind" text not null, "reason" text not null, "proposed_by_id" uuid not null, "proposed_at" timestamptz not null, "state" text not null, "marks" jsonb null, "total" numeric null, "nonce" text null, "hash" text null, "pseudonym" text null, "signed_at" timestamptz null, "decided_by_id" uuid null, "decided_at" timestamptz null, "decision_reason" text null, "result_id" uuid null, "version" int not null default 1, primary key ("id"));
create unique index correction_one_at_a_time on correction (round_id) where state in ('PROPOSED', 'READY');
create index "correction_round" on "correction" ("round_id");
create index "correction_scorecard" on "correction" ("scorecard_id");
alter table "correction" add constraint "correction_kind" check (kind in ('CARD_EXCUSED', 'CARD_RESIGNED'));
alter table "correction" add constraint "correction_state" check (state in ('PROPOSED', 'READY', 'APPLIED', 'REJECTED', 'WITHDRAWN'));
alter table "correction" add constraint "correction_decided_iff_dated" check ((state in ('PROPOSED', 'READY')) = (decided_at is null) and (decided_at is null) = (decided_by_id is null));
alter table "correction" add constraint "correction_by_two" check (state = 'WITHDRAWN' or decided_by_id is null or decided_by_id <> proposed_by_id);
alter table "correction" add constraint "correction_applied_iff_result" check ((state = 'APPLIED') = (result_id is not null));
alter table "correction" add constraint "correction_rejected_iff_reason" check ((state = 'REJECTED') = (decision_reason is not null));
alter table "correction" add constraint "correction_signed_whole" check (num_nulls(marks, total, nonce, hash, pseudonym, signed_at) in (0, 6));
alter table "correction" add constraint "correction_ready_iff_signed" check (case when kind = 'CARD_EXCUSED' then signed_at is null and state <> 'PROPOSED' when state = 'PROPOSED' then signed_at is null when state in ('READY', 'APPLIED') then signed_at is not null else true end);
alter table "correction" add constraint "correction_round_id_foreign" foreign key ("round_id") references "round" ("id");
alter table "correction" add constraint "correction_scorecard_id_foreign" foreign key ("scorecard_id") references "scorecard" ("id");
alter table "correction" add constraint "correction_proposed_by_id_foreign" foreign key ("proposed_by_id") references "person" ("id");
alter table "correction" add constraint "correction_decided_by_id_foreign" foreign key ("decided_by_id") references "person" ("id");
alter table "correction" add constraint "correction_result_id_foreign" foreign key ("result_id") references "round_result" ("id");
