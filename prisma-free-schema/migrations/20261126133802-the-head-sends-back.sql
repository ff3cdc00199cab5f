-- The head of a unit sends a dossier back to its writers with words, until they have declared it anew.
alter table "initiative" add column "sent_back_at" timestamptz null, add column "sent_back_words" text null, add column "sent_back_by_id" uuid null;
alter table "initiative" add constraint "initiative_sent_back_by_someone_with_words" check (num_nulls(sent_back_at, sent_back_words, sent_back_by_id) in (0, 3));
alter table "initiative" add constraint "initiative_sent_back_is_not_confirmed" check (sent_back_at is null or confirmed_at is null);
alter table "initiative" add constraint "initiative_sent_back_before_it_is_sent" check (sent_back_at is null or state in ('DRAFT', 'RETURNED', 'WITHDRAWN'));
alter table "initiative" add constraint "initiative_sent_back_by_id_foreign" foreign key ("sent_back_by_id") references "person" ("id") on delete set null;
