-- What fold_text() begins with: no tone marks, no case, nothing that cannot be seen, đ as d, single blanks. The same rule as foldMarks() of the kernel.
create or replace function fold_marks(value text) returns text
  language sql immutable parallel safe strict
  return trim(both ' ' from regexp_replace(
    translate(
      lower(regexp_replace(normalize(value, nfkd),
        '[\u00ad\u0300-\u036f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200f\u202a-\u202e\u2060-\u206f\u20d0-\u20ff\u2800\u3164\ufe00-\ufe0f\ufe20-\ufe2f\ufeff\uffa0\ufff0-\ufffc\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]',
        '', 'g') collate "pg_unicode_fast"),
      'đðɖς‐‑‒–—―−‘’‚‛“”„‟', 'dddσ-------''''''''""""'),
    '[- -   -     　]+', ' ', 'g'));

-- How text is found and held to be alike: as fold_marks() has it, and the i that ends a syllable after a consonant or qu is y. The same rule as fold() of the kernel.
create or replace function fold_text(value text) returns text
  language sql immutable parallel safe strict
  return regexp_replace(fold_marks(value), '(?<=[bcdfghjklmnpqrstvwxz]|qu)i(?![a-z])', 'y', 'g');

alter table "initiative_search" add column "title_marks" text;
update initiative_search s set
  title = fold_text(v.content->>'title'),
  title_marks = fold_marks(v.content->>'title'),
  words = setweight(to_tsvector('simple', fold_text(v.content->>'title')), 'A')
    || setweight(to_tsvector('simple', fold_text(concat_ws(' ', v.content->>'problem', v.content->>'solution', v.content->>'novelty', v.content->>'effect'))), 'C')
from (select distinct on (initiative_id) initiative_id, content from initiative_version order by initiative_id, number desc) v
where v.initiative_id = s.initiative_id;
alter table "initiative_search" alter column "title_marks" set not null;
drop index initiative_search_title;
create index initiative_search_title on initiative_search using gin (title gin_trgm_ops, title_marks gin_trgm_ops);
