-- Texts of files are found in as titles are. What was read before is folded by the worker, a few at a time: this reads no text.
alter table content_reading add column "folded" text null;
alter table content_reading add constraint content_reading_folds_its_text check (folded is null or text is not null);
create index content_reading_unfolded on content_reading (sha256) where text is not null and folded is null;
create index content_reading_folded on content_reading using gin (folded gin_trgm_ops);
