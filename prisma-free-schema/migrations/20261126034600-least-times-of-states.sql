-- For how long a state of an adoption lasts at least, as each roll-out says it.
alter table "rollout" add column "least_pilot_months" int not null default 0, add column "least_use_months" int not null default 6;
alter table "rollout" add constraint "rollout_least_months" check (least_pilot_months between 0 and 60 and least_use_months between 0 and 60);
