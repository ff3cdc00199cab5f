-- What was declared by mistake or brought in wrongly is taken out with a reason; it was never a title, so no decision revokes it.
alter table "achievement" add "withdrawal_reason" text null;
alter table "achievement" drop constraint "achievement_state";
alter table "achievement" add constraint "achievement_state" check (state in ('DECLARED', 'CONFIRMED', 'REJECTED', 'REVOKED', 'WITHDRAWN'));
alter table "achievement" add constraint "achievement_withdrawn_with_reason" check ((state = 'WITHDRAWN') = (withdrawal_reason is not null) and btrim(withdrawal_reason) <> '');
