-- What kept contents say as text, and pictures look like in small. Those that are there already wait for being read.
create table "content_reading" ("sha256" text not null, "content_type" text not null, "text" text null, "thumbnail" bytea null, "read_at" timestamptz null, "refused" text null, primary key ("sha256"));
create index content_reading_waiting on content_reading (sha256) where read_at is null;
alter table "content_reading" add constraint "content_reading_says_nothing_before_it_was_made" check (read_at is not null or coalesce(text, refused) is null and thumbnail is null);
insert into content_reading (sha256, content_type)
  select distinct on (sha256) sha256, content_type from stored_file
  where sha256 is not null and content_type in ('application/pdf', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'image/png', 'image/jpeg', 'image/webp')
  order by sha256, id;
