-- The decision by which the establishment recognises what its council agreed to; what it recognises is public from then on.
alter table "recognition" add "recognition_number" text null, add "recognised_on" date null;
alter table "recognition" add constraint "recognition_recognised_by_decision" check (num_nulls(recognition_number, recognised_on) in (0, 2) and (recognised_on is null or (state in ('RECOGNISED', 'REVOKED') and recognised_on >= decided_on)) and btrim(recognition_number) <> '');
