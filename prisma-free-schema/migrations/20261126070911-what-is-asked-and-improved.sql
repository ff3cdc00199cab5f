-- Authors name the initiative of an earlier year that theirs improves.
alter table "initiative" add column "improves_id" uuid null;
alter table "initiative" add constraint "initiative_improves_id_foreign" foreign key ("improves_id") references "initiative" ("id") on delete set null;
alter table "initiative" add constraint "initiative_improves_another" check (improves_id <> id);
create index initiative_improves on initiative (improves_id) where improves_id is not null;

-- A return says what is asked at each part of the dossier; its due date can be moved.
alter table "screening" add column "asks" jsonb not null default '[]'::jsonb;
alter table "screening" drop constraint "screening_verdict";
alter table "screening" add constraint "screening_verdict" check (verdict in ('ELIGIBLE', 'REJECTED', 'RETURNED', 'DUE_MOVED'));
alter table "screening" drop constraint "screening_returned_iff_due";
alter table "screening" add constraint "screening_returned_iff_due" check ((verdict in ('RETURNED', 'DUE_MOVED')) = (due_at is not null));
alter table "screening" add constraint "screening_asks_where_returned" check (asks = '[]'::jsonb or verdict = 'RETURNED');
