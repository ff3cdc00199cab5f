-- The day of a decision is called the same everywhere.
alter table "role_grant" rename column "decision_date" to "decided_on";
alter table "rollout" rename column "decision_date" to "decided_on";
