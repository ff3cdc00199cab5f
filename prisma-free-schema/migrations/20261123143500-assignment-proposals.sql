-- Who should judge what: proposed, looked at, then applied.
alter table "jury_member" add column "edits" int not null default 0;
alter table "jury_member" alter column "edits" drop default;
create table "assignment_proposal" ("id" uuid not null, "round_id" uuid not null, "made_at" timestamptz not null, "options" jsonb not null, "fingerprint" text not null, "loads" jsonb not null, "spread" int not null, "total_fit" int not null, "worst_fit" numeric null, "optimal" boolean not null, "gap" int not null, "worst_gap" numeric not null, "short" jsonb not null, "short_count" int not null, "applied_at" timestamptz null, primary key ("id"));
create index "assignment_proposal_round_id_index" on "assignment_proposal" ("round_id");
alter table "assignment_proposal" add constraint "assignment_proposal_proof" check (not optimal or gap = 0 and worst_gap = 0);
create table "proposed_card" ("id" uuid not null, "proposal_id" uuid not null, "initiative_id" uuid not null, "judge_id" uuid not null, "fit" int not null, "fate" text not null, primary key ("id"));
alter table "proposed_card" add constraint "proposed_card_once" unique ("proposal_id", "initiative_id", "judge_id");
alter table "proposed_card" add constraint "proposed_card_fate" check (fate in ('KEPT', 'NEW', 'DROPPED', 'RELEASED'));
alter table "assignment_proposal" add constraint "assignment_proposal_round_id_foreign" foreign key ("round_id") references "round" ("id");
alter table "proposed_card" add constraint "proposed_card_proposal_id_foreign" foreign key ("proposal_id") references "assignment_proposal" ("id");
alter table "proposed_card" add constraint "proposed_card_initiative_id_foreign" foreign key ("initiative_id") references "initiative" ("id");
alter table "proposed_card" add constraint "proposed_card_judge_id_foreign" foreign key ("judge_id") references "person" ("id");
