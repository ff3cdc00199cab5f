-- Why a figure is right although it jumps out of what the unit reported before.
alter table "figure" add column "jump_reason" text null;
alter table "figure" add constraint "figure_jump_reason_said" check (btrim(jump_reason) <> '');
