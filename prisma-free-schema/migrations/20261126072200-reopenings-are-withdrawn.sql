-- Who asked for a card to be reopened can take that back.
alter table "reopening" drop constraint "reopening_state", drop constraint "reopening_by_two";
alter table "reopening" add constraint "reopening_state" check (state in ('REQUESTED', 'APPROVED', 'REFUSED', 'WITHDRAWN'));
alter table "reopening" add constraint "reopening_by_two" check ((decided_by_id = requested_by_id) = (state = 'WITHDRAWN'));
