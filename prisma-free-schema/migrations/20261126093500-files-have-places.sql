-- What a file of a dossier is, what its authors say of it, and where it stands.
create table "dossier_file" ("file_id" uuid not null, "initiative_id" uuid not null, "ordinal" int not null, "kind" text not null, "caption" text null, primary key ("file_id"));
alter table "dossier_file" add constraint "dossier_file_place_once" unique ("initiative_id", "ordinal");
alter table "dossier_file" add constraint "dossier_file_kind" check (kind in ('ENTRY_FORM', 'DESCRIPTION', 'EVIDENCE', 'CONFIRMATION', 'COVER_LETTER', 'PICTURE', 'VIDEO', 'OTHER'));
alter table "dossier_file" add constraint "dossier_file_counted_from_one" check (ordinal > 0);
alter table "dossier_file" add constraint "dossier_file_caption_says_something" check (btrim(caption) <> '');
alter table "dossier_file" add constraint "dossier_file_initiative_id_foreign" foreign key ("initiative_id") references "initiative" ("id");
